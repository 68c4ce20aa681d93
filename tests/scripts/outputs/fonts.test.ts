import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import test from "node:test";
import { fallbackFaces } from "../../../scripts/outputs/fonts/fallbacks.ts";
import { makeFonts, unpackFont } from "../../../scripts/outputs/fonts/fonts.ts";
import { isCoveredBy } from "../../../scripts/outputs/fonts/glyphs.ts";
import { characterMap, fontTable } from "../../../scripts/outputs/fonts/opentype.ts";
import { ContentFailure } from "../../../scripts/problems/problem.ts";

const texts = ["“Liverpool’s 53°24′N” – 9,200 km… café, Zürich", "利物浦与上海", "Łódź 🚢"];
const headings = [
  "上海",
  "利物浦",
  "已离开海图",
  "“欢迎”来信！",
  "友好城市关系",
  "“News”, 𠮷",
  "1999年",
];
const request = { folder: "/site/fonts/", texts, headings };
const fonts = await makeFonts(request);
const { regular, signs, semibold, italic, headings: han } = fonts;
const files = [regular, signs, semibold, italic, han];

async function codesOf(font: Buffer): Promise<Set<number>> {
  return new Set(characterMap(await unpackFont(font)).keys());
}

function has(codes: Set<number>, text: string): boolean {
  return [...text].every((character) => codes.has(character.codePointAt(0) ?? 0));
}

test("the files of a page take at most 60 kB together, and all are WOFF2", () => {
  assert.ok(files.reduce((size, { bytes }) => size + bytes.length, 0) <= 60_000);
  for (const { bytes } of files) assert.equal(bytes.toString("latin1", 0, 4), "wOF2");
});

test("the Latin files hold ASCII, the usual signs and every letter in use that the typeface has", async () => {
  const together = [...(await codesOf(regular.bytes)), ...(await codesOf(signs.bytes))];
  for (const codes of [
    new Set(together),
    await codesOf(semibold.bytes),
    await codesOf(italic.bytes),
  ]) {
    assert.ok(has(codes, "AZaz09 ~!“”‘’–—…·°′″é£€×−©\u00A0ü"));
    assert.ok(!has(codes, "上") && !has(codes, "ä"));
  }
});

test("the file that every page opens with arrives in a round trip, and stays whatever news says", async () => {
  // Seven segments of 1,460 bytes, the headers among them: what a connection may send at first
  // where three share a line of 1.6 Mbit/s with 150 ms, as Lighthouse simulates slow 4G.
  assert.ok(regular.bytes.length < 7 * 1460 - 300, `${regular.bytes.length} bytes`);
  const later = await makeFonts({ ...request, texts: ["Ærø: 100 %"] });
  assert.equal(later.regular.name, regular.name);
  assert.notEqual(later.signs.name, signs.name);
});

test("the Chinese file holds the Chinese characters and marks of the headings and nothing else", async () => {
  assert.equal(fonts.glyphs, "“”上信关利友图城好已市年开来欢浦海物离系迎！");
  const codes = await codesOf(han.bytes);
  assert.ok(has(codes, fonts.glyphs));
  assert.ok(!has(codes, "与") && !has(codes, "N"));
});

test("a title is in the heading font if every Chinese character and mark of it is there", () => {
  for (const title of ["上海图", "上海 Shanghai 2025", "Shanghai", "“Shanghai”"]) {
    assert.equal(isCoveredBy(title, "上图海"), true, title);
  }
  for (const title of ["上海港", "上海！", "“上海”", "𠮷"]) {
    assert.equal(isCoveredBy(title, "上图海"), false, title);
  }
});

test("every Latin file is of one weight, the heavier one is heavier, and kerning and ligatures stay", async () => {
  for (const [{ bytes }, weight] of [
    [regular, 400],
    [semibold, 600],
    [italic, 400],
  ] as const) {
    const font = await unpackFont(bytes);
    assert.throws(() => fontTable(font, "fvar"));
    assert.equal(fontTable(font, "OS/2").readUInt16BE(4), weight);
    assert.ok(fontTable(font, "GPOS").includes("kern"));
    assert.ok(fontTable(font, "GSUB").includes("liga"));
  }
});

test("roman figures are as wide as each other, so that columns of them align", async () => {
  const font = await unpackFont(regular.bytes);
  const glyphs = characterMap(font);
  const hmtx = fontTable(font, "hmtx");
  const widths = [..."0123456789"].map((figure) =>
    hmtx.readUInt16BE(4 * (glyphs.get(figure.charCodeAt(0)) ?? 0)),
  );
  assert.equal(new Set(widths).size, 1);
});

test("the rules name every file below the address, never move read text, and give each its range", () => {
  for (const { name } of files) {
    assert.ok(fonts.css.includes(`url("/site/fonts/${name}") format("woff2")`));
  }
  const own = fonts.css.split("@font-face").filter((rule) => rule.includes("url("));
  assert.equal(own.length, 6);
  for (const rule of own) assert.match(rule, /font-display:optional;unicode-range:U\+/);
  const [first = "", second = ""] = own.map((rule) => /unicode-range:(.*)\}/.exec(rule)?.[1]);
  assert.match(first, /^U\+20-21,U\+28-29,U\+2C-2E,U\+30-3B,/);
  assert.match(second, /^U\+22-27,U\+2A-2B,U\+2F,/);
  assert.doesNotMatch(second, /U\+20,|U\+61/);
});

test("the same texts make the same bytes, and names follow the bytes", async () => {
  const again = await makeFonts({
    ...request,
    texts: texts.toReversed(),
    headings: headings.toReversed(),
  });
  assert.deepEqual(again, fonts);
  const hash = createHash("sha256").update(regular.bytes).digest("hex").slice(0, 10);
  assert.equal(regular.name, `newsreader.${hash}.woff2`);
});

test("too many different characters in headings are refused with the numbers", async () => {
  const many = String.fromCodePoint(...Array.from({ length: 400 }, (_, index) => 0x4e00 + index));
  await assert.rejects(makeFonts({ ...request, headings: [many] }), (error) => {
    assert.ok(error instanceof ContentFailure);
    const [problem] = error.problems;
    assert.equal(problem?.rule, "font-too-large");
    assert.match(
      problem?.message ?? "",
      /takes \d{5} bytes for \d{3} different characters, more than 18000/,
    );
    return true;
  });
});

test("the systems' serifs are made as high as Newsreader, a rule for each family and cut", async () => {
  const newsreader = await readFile(
    createRequire(import.meta.url).resolve(
      "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
    ),
  );
  const [light, bold] = [
    await unpackFont(newsreader, { wght: 400 }),
    await unpackFont(newsreader, { wght: 600 }),
  ];
  const css = fallbackFaces({ regular: light, semibold: bold, italic: light });
  assert.equal(css.match(/@font-face/g)?.length, 9);
  for (const rule of css.split("@font-face").slice(1)) {
    const percent = (name: string) =>
      Number(new RegExp(`${name}:([\\d.]+)%`).exec(rule)?.[1]) / 100;
    // Newsreader's own figures: 1,470 above and 530 below of 2,000 units, no gap.
    assert.ok(Math.abs(percent("size-adjust") * percent("ascent-override") - 0.735) < 1e-3);
    assert.ok(Math.abs(percent("size-adjust") * percent("descent-override") - 0.265) < 1e-3);
    assert.equal(percent("line-gap-override"), 0);
    if (!rule.includes("Georgia")) continue;
    // The average width, over that of Georgia's regular, bold and italic cut.
    const [width, from, to] = rule.includes("600") ? [0.5097, 0.43, 0.46] : [0.4372, 0.41, 0.43];
    const average = percent("size-adjust") * (rule.includes("italic") ? 0.4461 : width);
    assert.ok(average > from && average < to, rule);
  }
});
