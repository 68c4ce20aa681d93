import assert from "node:assert/strict";
import test from "node:test";
import type { Language } from "../../../../scripts/lib/languages.ts";
import { random } from "../../../../scripts/lib/lists.ts";
import { titleFrame } from "../../../../scripts/outputs/cards/card.ts";
import { typefaceOf } from "../../../../scripts/outputs/cards/typefaces.ts";
import { type SetTitle, setTitle, titleWords } from "../../../../scripts/outputs/cards/words.ts";
import { wildTexts } from "../../../support/wild-texts.ts";
import { someCard } from "./some-card.ts";

/** The smallest frame a title gets: a date above it, a photograph beside it. */
const frame = titleFrame({ below: "cartouche", dated: true, course: true });

const siteName = { en: "The Twinning of the Cities", zh: "利物浦—上海友好城市" };

async function set(title: string, language: Language = "en"): Promise<SetTitle> {
  const card = someCard({ title, language, siteName: siteName[language] });
  return setTitle((await titleWords(card)).clusters, card, frame);
}

const outlines = ({ lines }: SetTitle) =>
  lines.flatMap(({ text }) => text.glyphs.map(({ outline }) => outline));

/** Alphabets of titles: figures and marks among the letters. */
const alphabets: Readonly<Record<string, string>> = {
  english: "abcdefghijklmnop rstuvwxyz ABCDEFGHJKMQTVWY 0123456789 ,.:;!?’“”()&–—-/",
  chinese: "利物浦上海友好城市黄浦江默西河世界遗产龘囍𠮷㐂，。、！？：；（）《》“”‘’…—·々",
  mixed: "Liverpool 上海 2025 年，“海” & Łódź é ế ụ Привет ー カ",
  strange: "🎉👩‍👩‍👧 שלום مرحبا \u200b\u2066\u202e\u0301\u0300 a好 \ufe0f️\ud800x\u00ad\u00a0",
};

function fuzzed(): string[] {
  const next = random(7);
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? "";
  return Object.values(alphabets).flatMap((alphabet) => {
    const letters = [...alphabet];
    return [1, 2, 7, 20, 60, 120, 300].map((length) =>
      Array.from({ length }, () => pick(letters)).join(""),
    );
  });
}

const titles = [
  "N",
  "News",
  "W".repeat(300),
  "i".repeat(300),
  "上".repeat(300),
  "！".repeat(60),
  "Ế́g".repeat(20),
  "Contemporary Urban Centre hosts an exhibition of Shanghai photographers, with talks, films and one hundred big posters",
  ...wildTexts(20),
  ...fuzzed(),
];

for (const language of ["en", "zh"] as const) {
  test(`every glyph of every title stands inside its frame, ${language}`, async () => {
    for (const title of titles) {
      const { size, lines } = await set(title, language);
      assert.ok(lines.length >= 1 && lines.length <= 5, title);
      for (const { text, x, y } of lines) {
        for (const glyph of text.glyphs) {
          if (!glyph.ink) continue;
          const [left, top, right, bottom] = glyph.ink;
          const place = [
            x + (glyph.x + left) * size,
            y + (glyph.y + top) * size,
            x + (glyph.x + right) * size,
            y + (glyph.y + bottom) * size,
          ] as const;
          const inside =
            place[0] > frame.left - 0.01 &&
            place[1] > frame.top - 0.01 &&
            place[2] < frame.left + frame.width + 0.01 &&
            place[3] < frame.top + frame.height + 0.01;
          assert.ok(inside, `${JSON.stringify(title)}: ${place} at ${size}px`);
        }
      }
    }
  });
}

test("no glyph is the box of a missing one", async () => {
  const faces = await Promise.all(
    ["a", "ł", "ế", "上", "Я", "㐂"].map((one) => typefaceOf(one, false)),
  );
  const boxes = new Set(faces.map((face) => face?.shape("\u{10fffd}").glyphs[0]?.outline));
  boxes.delete("");
  assert.ok(boxes.size > 0, "the fonts have such a box");
  for (const title of titles) {
    for (const outline of outlines(await set(title, "zh"))) assert.ok(!boxes.has(outline), title);
  }
});

test("Chinese is set in Noto Serif SC, and its marks too where the page is Chinese", async () => {
  const noto = await typefaceOf("上", true);
  const newsreader = await typefaceOf("a", false);
  assert.ok(noto && newsreader && noto !== newsreader);
  const quoted = await set("上海的“外滩”", "zh");
  assert.deepEqual(outlines(quoted).sort(), outlinesOf("上海的“外滩”").sort());
  const english = await set("The “Bund” — 外滩");
  const [mark] = outlines(english).filter(
    (outline) => outline === newsreader.shape("“").glyphs[0]?.outline,
  );
  assert.ok(mark, "and in an English title they are English");

  function outlinesOf(text: string): (string | undefined)[] {
    return [...text].map((character) => noto?.shape(character).glyphs[0]?.outline);
  }
});

test("a title that no font of the project can set shows the site's name", async () => {
  const name = outlines(await set(siteName.en));
  for (const title of ["שלום!", "🎉", "\u200b\u202e", "مرحبا — ", "…"]) {
    assert.deepEqual(outlines(await set(title)), name, title);
  }
});

test("what cannot be seen or set leaves no trace", async () => {
  const plain = outlines(await set("Two Cities"));
  for (const title of [
    "Two\u200b Cities\ufeff",
    "🎉 Two  Cities\u202e",
    "Two שלום Cities",
    "T\u00adwo\nCities",
  ]) {
    assert.deepEqual(outlines(await set(title)), plain, title);
  }
});

test("short titles are large, long ones small, and only the longest are cut", async () => {
  const ellipsis = (await typefaceOf("…", false))?.shape("…").glyphs[0]?.outline;
  const short = await set("News");
  const long = await set(titles[7] ?? "");
  const longest = await set("word ".repeat(80));
  assert.ok(short.size > long.size && long.size >= longest.size);
  assert.ok(!outlines(long).includes(ellipsis ?? ""));
  assert.equal(outlines(longest).at(-1), ellipsis);
  assert.equal(longest.lines.length, 5);
});

test("lines are as even as they get", async () => {
  const { lines } = await set("Twenty-five years of friendship across the sea");
  const widths = lines.map(({ text }) => text.width);
  assert.ok(Math.min(...widths) > 0.6 * Math.max(...widths), widths.join(" "));
});
