import assert from "node:assert/strict";
import test from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { addressOfFile, fileOfAddress, percentDecode } from "../../../scripts/lib/addresses.ts";
import { runBounded } from "../../../scripts/lib/files.ts";
import { fold, withFolds, withoutFolds } from "../../../scripts/lib/folds.ts";
import { hanCuts } from "../../../scripts/lib/han-cuts.ts";
import { groupBy } from "../../../scripts/lib/lists.ts";

test("UTF-8 is decoded, everything else left alone", () => {
  assert.equal(percentDecode("%E4%B8%8A%E6%b5%b7/a%20b"), "上海/a b");
  assert.equal(percentDecode("100%"), "100%");
  assert.equal(percentDecode("%zz%4"), "%zz%4");
  assert.equal(percentDecode("%FF"), "\uFFFD");
});

for (const [address, file] of [
  ["/", "index.html"],
  ["/zh/about/", "zh/about/index.html"],
  ["/zh/404.html", "zh/404.html"],
  ["/feed.xml", "feed.xml"],
] as const) {
  test(`${address} is the address of ${file}`, () => {
    assert.deepEqual([fileOfAddress(address), addressOfFile(file)], [file, address]);
  });
}

test("results come in the items' order, whatever ends first, never too many at once", async () => {
  let running = 0;
  let most = 0;
  const results = await runBounded(3, [5, 1, 4, 2, 3, 0], async (turns) => {
    running += 1;
    most = Math.max(most, running);
    for (let index = 0; index < turns; index += 1) await turn();
    running -= 1;
    return turns * 10;
  });
  assert.deepEqual(results, [50, 10, 40, 20, 30, 0]);
  assert.equal(most, 3);
});

test("after a failure nothing begins, what runs ends first, and the failure is thrown", async () => {
  const ended: number[] = [];
  const work = runBounded(2, [1, 2, 3, 4], async (item) => {
    if (item === 1) throw new Error("the disk is full");
    for (let index = 0; index < 5; index += 1) await turn();
    ended.push(item);
  });
  await assert.rejects(work, /the disk is full/);
  assert.deepEqual(ended, [2]);
});

test("groups and what is in them keep the order in which they came", () => {
  const groups = groupBy(["quay", "dock", "queue", "arch", "deck"], (word) => word[0]);
  assert.deepEqual(
    [...groups],
    [
      ["q", ["quay", "queue"]],
      ["d", ["dock", "deck"]],
      ["a", ["arch"]],
    ],
  );
});

test("every Han character is a word by itself, and other words stay whole", () => {
  const words = hanCuts.put("“利物浦在上海”：CQG于1999年，the Bund’s").split(" ");
  for (const character of "利物浦在上海于年") assert.ok(words.includes(character), character);
  for (const word of ["CQG", "1999", "the", "Bund’s"]) assert.ok(words.includes(word), word);
});

test("with the cuts taken out the text is as it was, its blanks too", () => {
  for (const text of [
    "“利物浦在上海”文化日",
    "Shanghai 上海 and Liverpool 利物浦",
    "CQG 在上海，2025 年（SHINE）。",
    "𠮷野家 🚢 مرحبا <b>&amp;</b>",
    "ＣＱＧ ２０２５在上海，ＳＨＩＮＥ",
    "上海",
    "",
  ]) {
    assert.equal(hanCuts.remove(hanCuts.put(text)), text);
  }
});

test("white space of any kind and width is one blank", () => {
  assert.equal(hanCuts.remove(hanCuts.put(" a\n\tb\u200B\u00A0\u3000c \uFEFF")), "a b c");
});

test("text is looked for without accents, capitals and forms of full width", () => {
  for (const [text, folded] of [
    ["Łódź, Kraków", "lodz, krakow"],
    ["Ærø, Đà Nẵng, Þór, İzmir", "aero, da nang, thor, izmir"],
    ["STRASSE Straße STRAẞE", "strasse strasse strasse"],
    ["ＵＮＥＳＣＯ，１９９９年", "unesco，1999年"],
    ["がっこう，ﾊﾞﾝﾄﾞ，한국", "がっこう，バンド，한국"],
    ["ﬁnest ﷺ m²", "finest صلىاللهعليهوسلم m2"],
  ] as const) {
    assert.equal(fold(text), folded);
  }
});

test("words are written as they are looked for, and come back as they were", () => {
  const text = "“Łódź,” Café １９９９ ﷺ 𝐀𝐁 🚢 plain 上 海";
  const written = withFolds(text);
  assert.equal(written.split(" ").length, text.split(" ").length);
  assert.ok(written.startsWith("“lodz,”"));
  assert.ok(written.endsWith(" 🚢 plain 上 海"));
  assert.equal(withoutFolds(written), text);
});

test("text comes back in one go over a long run without white space", () => {
  // If each letter were begun from anew, this would take minutes.
  const text = `${"m".repeat(200_000)} Łódź`;
  assert.equal(withoutFolds(withFolds(text)), text);
});
