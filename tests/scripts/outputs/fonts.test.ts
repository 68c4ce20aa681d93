import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { Blob, Face, Font } from "harfbuzzjs";
import { fallbackFaces } from "../../../scripts/outputs/fonts/fallbacks.ts";
import { makeFonts, unpackFont } from "../../../scripts/outputs/fonts/fonts.ts";
import { newsreader } from "../../../scripts/outputs/fonts/newsreader.ts";
import { characterMap, fontTable } from "../../../scripts/outputs/fonts/opentype.ts";
import { ContentFailure } from "../../../scripts/problems/problem.ts";

const texts = [
  "“Liverpool’s 53°24′N” – 9,200 km… café, Zürich",
  "利物浦与上海",
  "Łódź 🚢",
  "Huángpǔ, nǚ",
];
const headings = [
  "上海",
  "利物浦",
  "已离开海图",
  "“欢迎”来信！",
  "友好城市关系",
  "“News”, 𠮷",
  "1999年",
];
const otherHeadings = ["江岸", "记𬭎、㛃、䶮", "CQG在上海"];
const request = { folder: "/site/fonts/", texts, headings, otherHeadings };
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
    assert.ok(has(codes, "AZaz09 ~!“”‘’–—…·°′″é£€×−©\u00A0üŁóźǔǚ"));
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

test("the Chinese file holds the characters of the headings and nothing else", async () => {
  // 𠮷 is not in Noto Serif SC; a heading with what is not there is not taken at all.
  const wanted = " ,19CGNQesw“”上信关利友图在城好岸已市年开来欢江浦海物离系迎！";
  assert.equal(fonts.glyphs, wanted);
  const codes = await codesOf(han.bytes);
  assert.ok(has(codes, fonts.glyphs));
  assert.ok(!has(codes, "与") && !has(codes, "记"));
});

test("of other headings the first are taken, each whole, as many as 20,000 bytes hold", async () => {
  const common =
    "的一是不了人有我他这为之大来以个中们到说国和地也子时道出而要于就下得可你生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从部实量长党现体制民最高两些治争警露疆赢翻疑缩邀凝瀚";
  const titles = common.match(/.{6}/g) ?? [];
  const lacking = "𬭎";
  const cut = (otherHeadings: string[]) => makeFonts({ ...request, otherHeadings });
  const many = await cut([lacking, ...titles]);
  const taken = titles.filter((title) => [...title].every((one) => many.glyphs.includes(one)));
  assert.deepEqual(taken, titles.slice(0, taken.length));
  assert.ok(taken.length > 5 && taken.length < titles.length, `${taken.length}`);
  assert.ok(many.headings.bytes.length <= 20_000);
  assert.deepEqual(await cut(titles.slice(0, taken.length)), many);
  const first = titles[taken.length] ?? "";
  assert.ok([...first].some((one) => !many.glyphs.includes(one)));
});

test("the Chinese file keeps what brackets and stops beside each other need", async () => {
  const font = await unpackFont(han.bytes);
  for (const feature of ["halt", "chws"]) assert.ok(fontTable(font, "GPOS").includes(feature));
  assert.ok(fontTable(font, "GSUB").includes("vert"));
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

test("figures are as wide as they are, and in the file of signs as wide as each other", async () => {
  const widths = async ({ bytes }: typeof regular) => {
    const font = await unpackFont(bytes);
    const glyphs = characterMap(font);
    const hmtx = fontTable(font, "hmtx");
    return [..."0123456789"].map((figure) =>
      hmtx.readUInt16BE(4 * (glyphs.get(figure.charCodeAt(0)) ?? 0)),
    );
  };
  for (const file of [regular, semibold, italic]) {
    const [nought = 0, one = 0] = await widths(file);
    assert.ok(one < 0.7 * nought);
  }
  assert.equal(new Set(await widths(signs)).size, 1);
});

test("letters of pinyin that the typeface lacks are drawn as it draws others", async () => {
  for (const cut of ["400Regular", "400Regular_Italic", "600SemiBold"] as const) {
    const font = new Font(new Face(new Blob(await newsreader(cut))));
    const box = (letter: string) => {
      const { xBearing, yBearing, width, height } =
        font.glyphExtents(font.nominalGlyph(letter.codePointAt(0) ?? 0) ?? 0) ??
        assert.fail(letter);
      return { left: xBearing, top: yBearing, right: xBearing + width, height };
    };
    const near = (a: number, b: number) => Math.abs(a - b) <= 40;
    for (const [own, letters] of [
      ["ě", "ǎǐǒǔ"],
      ["Ě", "ǍǏǑǓ"],
    ] as const) {
      for (const letter of letters) {
        const plain = letter.normalize("NFD").slice(0, 1);
        const middle = ({ left, right }: ReturnType<typeof box>) => (left + right) / 2;
        const accent = box(letter).top - box(own).top;
        assert.ok(near(accent, 0), `${cut}: the accent of ${letter} stands ${accent} higher`);
        if (cut === "400Regular_Italic") continue;
        const aside = middle(box(letter)) - middle(box(plain === "i" ? "ı" : plain));
        assert.ok(near(aside, 0), `${cut}: ${letter} leans by ${aside}`);
      }
    }
    for (const letter of "ǖǘǚǜǕǗǙǛ") {
      const [under = ""] = letter.normalize("NFD").slice(0, 2).normalize("NFC");
      assert.ok(box(letter).top > box(under).top + 150, letter);
    }
  }
});

test("the rules name every file below the address, never move read text, and give each its range", () => {
  for (const { name } of files) {
    assert.ok(fonts.css.includes(`url("/site/fonts/${name}") format("woff2")`));
  }
  const own = fonts.css.split("@font-face").filter((rule) => rule.includes("url("));
  assert.equal(own.length, 7);
  for (const rule of own) assert.match(rule, /font-display:optional[;}]/);
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
      /takes \d{5} bytes for \d{3} different characters, more than 20000/,
    );
    return true;
  });
});

test("the systems' serifs are made as high as Newsreader, a rule for each family and cut", async () => {
  const [light, bold] = [await newsreader("400Regular"), await newsreader("600SemiBold")];
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
