import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { makeFontsApart } from "../../../../scripts/outputs/fonts/apart.ts";
import {
  type Fonts,
  makeFonts,
  subsetCached,
  unicodeRange,
  unpackFont,
} from "../../../../scripts/outputs/fonts/fonts.ts";
import { characterMap, fontTable, fontTables } from "../../../../scripts/outputs/fonts/opentype.ts";
import { ContentFailure } from "../../../../scripts/problems/problem.ts";

const texts = ["“Liverpool’s 53°24′N” – 9,200 km… café, Zürich", "利物浦与上海", "Łódź 🚢"];
const headings = ["上海", "利物浦", "已离开海图", "欢迎来信！", "友好城市关系", "News"];
const request = { folder: "/site/fonts/", texts, headings };

let folder = "";
let fonts: Fonts;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "fonts-"));
  fonts = await makeFonts({ ...request, cache: path.join(folder, "first") });
});
after(() => rm(folder, { recursive: true }));

async function codesOf(font: Buffer): Promise<Set<number>> {
  return new Set(characterMap(fontTables(await unpackFont(font))).keys());
}

function has(codes: Set<number>, text: string): boolean {
  return [...text].every((character) => codes.has(character.codePointAt(0) ?? 0));
}

test("the files of a page take at most 60 kB together, and all are WOFF2", () => {
  const latin = [fonts.regular, fonts.signs, fonts.semibold, fonts.italic];
  const sum = [...latin, fonts.headings].reduce((size, { bytes }) => size + bytes.length, 0);
  assert.ok(sum <= 60_000);
  for (const { bytes } of [...latin, fonts.headings]) {
    assert.equal(bytes.toString("latin1", 0, 4), "wOF2");
  }
});

test("the Latin files hold ASCII, the usual signs and every letter in use that the typeface has", async () => {
  const parts = [fonts.regular, fonts.signs].map(({ bytes }) => codesOf(bytes));
  const together = new Set((await Promise.all(parts)).flatMap((codes) => [...codes]));
  for (const codes of [
    together,
    await codesOf(fonts.semibold.bytes),
    await codesOf(fonts.italic.bytes),
  ]) {
    assert.ok(has(codes, "AZaz09 ~!“”‘’–—…·°′″é£€×−©\u00A0"));
    assert.ok(has(codes, "ü"));
    assert.ok(!has(codes, "上") && !has(codes, "ä"));
  }
});

test("the file that every page opens with arrives in a round trip, and stays whatever news says", async () => {
  // Seven segments of 1,460 bytes, the headers among them: what a connection may send at first
  // where three share a line of 1.6 Mbit/s with 150 ms, as Lighthouse simulates slow 4G.
  assert.ok(fonts.regular.bytes.length < 7 * 1460 - 300, `${fonts.regular.bytes.length} bytes`);
  const later = await makeFonts({ ...request, texts: ["Ærø: 100 %"], cache: folder });
  assert.equal(later.regular.name, fonts.regular.name);
  assert.notEqual(later.signs.name, fonts.signs.name);
});

test("the Chinese file holds the headings' characters and nothing else", async () => {
  assert.ok(has(await codesOf(fonts.headings.bytes), fonts.glyphs));
  assert.equal(fonts.glyphs, "上信关利友图城好已市开来欢浦海物离系迎！");
  assert.ok(!has(await codesOf(fonts.headings.bytes), "与"));
});

test("every Latin file is of one weight, and the heavier one is heavier", async () => {
  for (const { bytes } of [fonts.regular, fonts.semibold, fonts.italic]) {
    assert.equal(fontTables(await unpackFont(bytes)).has("fvar"), false);
  }
  const weight = async (font: Buffer) =>
    fontTable(fontTables(await unpackFont(font)), "OS/2").readUInt16BE(4);
  assert.equal(await weight(fonts.regular.bytes), 400);
  assert.equal(await weight(fonts.semibold.bytes), 600);
});

test("kerning and ligatures stay", async () => {
  for (const { bytes } of [fonts.regular, fonts.semibold, fonts.italic]) {
    const tables = fontTables(await unpackFont(bytes));
    assert.ok(fontTable(tables, "GPOS").includes("kern"));
    assert.ok(fontTable(tables, "GSUB").includes("liga"));
  }
});

test("roman figures are as wide as each other, so that columns of them align", async () => {
  const tables = fontTables(await unpackFont(fonts.regular.bytes));
  const glyphs = characterMap(tables);
  const hmtx = fontTable(tables, "hmtx");
  const widths = [..."0123456789"].map((figure) =>
    hmtx.readUInt16BE(4 * (glyphs.get(figure.charCodeAt(0)) ?? 0)),
  );
  assert.equal(new Set(widths).size, 1);
});

test("the rules name every file below the address, never move read text, and give each its range", () => {
  const { regular, signs, semibold, italic, headings: han } = fonts;
  for (const { name } of [regular, signs, semibold, italic, han]) {
    assert.ok(fonts.css.includes(`url("/site/fonts/${name}") format("woff2")`));
  }
  const rules = fonts.css.split("@font-face").slice(1);
  const own = rules.filter((rule) => rule.includes("url("));
  assert.equal(own.length, 6);
  for (const rule of own) assert.match(rule, /font-display:optional;unicode-range:U\+/);
  for (const rule of rules.filter((other) => !other.includes("url("))) {
    assert.match(
      rule,
      /src:local\(.*size-adjust:.*ascent-override:.*descent-override:.*line-gap-override:/,
    );
  }
});

test("the same texts make the same bytes, and names follow the bytes", async () => {
  const again = await makeFonts({
    ...request,
    texts: texts.toReversed(),
    headings: headings.toReversed(),
    cache: path.join(folder, "second"),
  });
  assert.deepEqual(again, fonts);
  const hash = createHash("sha256").update(fonts.regular.bytes).digest("hex").slice(0, 10);
  assert.equal(fonts.regular.name, `newsreader.${hash}.woff2`);
});

test("in a thread of its own come the same fonts, and the disk’s own errors", async () => {
  assert.deepEqual(await makeFontsApart({ ...request, cache: path.join(folder, "apart") }), fonts);
  const file = path.join(folder, "file");
  await writeFile(file, "no folder");
  await assert.rejects(makeFontsApart({ ...request, cache: file }), { code: "ENOTDIR" });
});

test("from the cache come the same fonts", async () => {
  assert.deepEqual(await makeFonts({ ...request, cache: path.join(folder, "first") }), fonts);
});

test("too many different characters in headings are refused with the numbers", async () => {
  const many = String.fromCodePoint(...Array.from({ length: 400 }, (_, index) => 0x4e00 + index));
  const attempt = makeFontsApart({
    ...request,
    headings: [many],
    cache: path.join(folder, "first"),
  });
  await assert.rejects(attempt, (error) => {
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

test("neighbours make one range, doubles count once, order does not matter", () => {
  assert.equal(unicodeRange("cabz a"), "U+20,U+61-63,U+7A");
});

test("characters beyond the basic plane", () => {
  assert.equal(unicodeRange("𠮷海"), "U+6D77,U+20BB7");
});

const source = await readFile(
  createRequire(import.meta.url).resolve(
    "@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
  ),
);
const subset = { source, characters: "Liverpool", features: ["kern"], axes: { wght: 400 } };
let subsets = "";
beforeEach(async () => {
  subsets = await mkdtemp(path.join(tmpdir(), "subset-"));
});
afterEach(() => rm(subsets, { recursive: true }));

async function onlyEntry(): Promise<string> {
  const entries = await readdir(subsets);
  assert.equal(entries.length, 1);
  return path.join(subsets, entries[0] ?? "");
}

test("one entry a subset, and no temporary file left", async () => {
  const font = await subsetCached(subsets, subset);
  const entry = await readFile(await onlyEntry());
  assert.deepEqual(entry.subarray(32), font);
});

test("another text, feature or axis is another entry", async () => {
  await subsetCached(subsets, subset);
  await subsetCached(subsets, { ...subset, characters: "Liverpol" });
  await subsetCached(subsets, { ...subset, features: [] });
  await subsetCached(subsets, { ...subset, axes: { wght: 500 } });
  assert.equal((await readdir(subsets)).length, 4);
});

test("a damaged entry is made again, whether cut short, changed or empty", async () => {
  const font = await subsetCached(subsets, subset);
  const entry = await onlyEntry();
  const whole = await readFile(entry);
  const changed = Buffer.from(whole);
  changed[500] = (changed[500] ?? 0) ^ 1;
  for (const damage of [
    () => truncate(entry, 400),
    () => writeFile(entry, changed),
    () => writeFile(entry, ""),
  ]) {
    await damage();
    assert.deepEqual(await subsetCached(subsets, subset), font);
    assert.deepEqual(await readFile(await onlyEntry()), whole);
  }
});
