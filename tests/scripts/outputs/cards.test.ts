import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import test from "node:test";
import { promisify } from "node:util";
import sharp from "sharp";
import type { Language } from "../../../scripts/lib/languages.ts";
import { random } from "../../../scripts/lib/lists.ts";
import { type Card, cardKey, photographFrames } from "../../../scripts/outputs/cards/card.ts";
import { drawCard } from "../../../scripts/outputs/cards/draw.ts";
import { breakPieces } from "../../../scripts/outputs/cards/lines.ts";
import { chooseTypefaces, typefaceOf } from "../../../scripts/outputs/cards/typefaces.ts";
import { setTitle } from "../../../scripts/outputs/cards/words.ts";
import { wildTexts } from "../../support/feeds.ts";
import { projectRoot } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";

const colours = {
  paper: "#f8f4e9",
  land: "#eaddb6",
  shallow: "#d3e4ea",
  deep: "#12303f",
  muted: "#4d5b65",
  magenta: "#9b1b5a",
};

/** A card in English, in all but what the test is about. */
function someCard(own: Partial<Card> = {}): Card {
  return {
    language: "en",
    title: "Two Cities, One Sea",
    siteName: "The Twinning of the Cities of Liverpool and Shanghai",
    date: undefined,
    from: { name: "Liverpool", written: "53°24′N 2°59′W", latitude: 53.4, longitude: -3 },
    to: { name: "Shanghai", written: "31°14′N 121°29′E", latitude: 31.2, longitude: 121.5 },
    unbroken: ["利物浦—上海"],
    colours,
    ...own,
  };
}

const photograph = {
  sha256: "a".repeat(64),
  region: { left: 1, top: 2, width: 300, height: 400 },
};

test("equal cards have one key, and it changes with everything that is drawn", () => {
  assert.equal(cardKey(someCard(), [photograph]), cardKey(someCard(), [photograph]));
  const card = someCard();
  const changes: Partial<Card>[] = [
    {},
    { language: "zh" },
    { title: "Two Cities, One sea" },
    { siteName: "Twinning" },
    { date: "28 May 2025" },
    { unbroken: [] },
    ...(["from", "to"] as const).flatMap((end) => [
      { [end]: { ...card[end], name: "Elsewhere" } },
      { [end]: { ...card[end], written: "0°" } },
      { [end]: { ...card[end], latitude: 1 } },
      { [end]: { ...card[end], longitude: 1 } },
    ]),
    ...Object.keys(card.colours).map((name) => ({
      colours: { ...card.colours, [name]: "#000000" },
    })),
  ];
  const photographs: (typeof photograph)[][] = [
    [photograph],
    [photograph, photograph],
    [{ ...photograph, sha256: "b".repeat(64) }],
    ...(["left", "top", "width", "height"] as const).map((side) => [
      { ...photograph, region: { ...photograph.region, [side]: 7 } },
    ]),
  ];
  const keys = [
    ...changes.map((change) => cardKey(someCard(change), [])),
    ...photographs.map((each) => cardKey(card, each)),
  ];
  assert.equal(new Set(keys).size, keys.length);
});

const dated = someCard({ title: "上海, “Two” Cities", date: "28 May 2025" });

/** A picture of one colour. */
const flat = (frame: { width: number; height: number }, background: string) =>
  sharp({ create: { width: frame.width, height: frame.height, channels: 3, background } })
    .png()
    .toBuffer();

test("a card is a JPEG of 1200 × 630, its type at full resolution, and says nothing else", async () => {
  const bytes = await drawCard(dated, []);
  const { format, width, height, chromaSubsampling, exif, icc, xmp, iptc } =
    await sharp(bytes).metadata();
  assert.deepEqual([format, width, height, chromaSubsampling], ["jpeg", 1200, 630, "4:4:4"]);
  assert.deepEqual([exif, icc, xmp, iptc], Array(4).fill(undefined));
});

test("photographs stand in their frames, side by side where there are two", async () => {
  for (const count of [1, 2]) {
    const frames = photographFrames(count);
    const bytes = await drawCard(
      dated,
      await Promise.all(frames.map((frame, index) => flat(frame, index ? "#00ff00" : "#0000ff"))),
    );
    for (const [index, frame] of frames.entries()) {
      const inner = { ...frame, left: frame.left + 8, top: frame.top + 8 };
      const { channels } = await sharp(
        await sharp(bytes)
          .extract({ ...inner, width: frame.width - 16, height: frame.height - 16 })
          .png()
          .toBuffer(),
      ).stats();
      const strong = channels[index === 0 ? 2 : 1];
      assert.ok((strong?.min ?? 0) > 230, `${count}, ${index}`);
    }
  }
});

test("a photograph full of detail stays below 150 kB", async () => {
  const [frame] = photographFrames(1);
  assert.ok(frame);
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const create = { width: frame.width, height: frame.height, channels: 3, noise } as const;
  const wild = await sharp({ create: { ...create, background: "#777777" } })
    .png()
    .toBuffer();
  assert.ok((await drawCard(dated, [wild])).length < 150_000);
});

test("the bytes are the same in another process, time zone and language, without any system font", async () => {
  const photograph = await flat({ width: 468, height: 574 }, "#0000ff");
  const program = `
    import { createHash } from "node:crypto";
    import { drawCard } from "./scripts/outputs/cards/draw.ts";
    const photograph = Buffer.from("${photograph.toString("base64")}", "base64");
    for (const photographs of [[], [photograph]]) {
      const bytes = await drawCard(${JSON.stringify(dated)}, photographs);
      process.stdout.write(createHash("sha256").update(bytes).digest("hex"));
    }`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", program],
    {
      cwd: projectRoot,
      env: {
        ...process.env,
        TZ: "Asia/Shanghai",
        LANG: "zh_CN.UTF-8",
        LC_ALL: "zh_CN.UTF-8",
        FONTCONFIG_FILE: "/dev/null",
      },
    },
  );
  const here = await Promise.all([[], [photograph]].map((each) => drawCard(dated, each)));
  const hashes = here.map((bytes) => createHash("sha256").update(bytes).digest("hex"));
  assert.equal(stdout, hashes.join(""));
});

type SetTitle = Awaited<ReturnType<typeof setTitle>>;

const siteName = { en: "The Twinning of the Cities", zh: "利物浦—上海友好城市" };

/** In the smallest frame a title gets: a date above it, a photograph beside it. */
function set(title: string, language: Language = "en"): Promise<SetTitle> {
  const card = someCard({ title, language, siteName: siteName[language], date: "28 May 2025" });
  return setTitle(card, 1);
}

const outlines = ({ lines }: SetTitle) =>
  lines.flatMap(({ text }) => text.glyphs.map(({ outline }) => outline));

/** Letters of titles, with figures and marks among them: English, Chinese, both, and strange ones. */
const alphabets = [
  "abcdefghijklmnop rstuvwxyz ABCDEFGHJKMQTVWY 0123456789 ,.:;!?’“”()&–—-/",
  "利物浦上海友好城市黄浦江默西河世界遗产龘囍𠮷㐂，。、！？：；（）《》“”‘’…—·々",
  "Liverpool 上海 2025 年，“海” & Łódź é ế ụ Привет ー カ",
  "🎉👩‍👩‍👧 שלום مرحبا \u200b\u2066\u202e\u0301\u0300 a好 \ufe0f️\ud800x\u00ad\u00a0",
];

function fuzzed(): string[] {
  const next = random(7);
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? "";
  return alphabets.flatMap((alphabet) => {
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
      const { size, lines, isName } = await set(title, language);
      assert.ok(lines.length >= 1 && lines.length <= 5, title);
      // The cartouche with the site's name takes 118 pixels, unless that is the title.
      const above = isName ? 106 : 224;
      for (const { text, x, y } of lines) {
        for (const glyph of text.glyphs) {
          if (!glyph.ink) continue;
          const [left, top, right, bottom] = glyph.ink;
          const [across, down] = [x + glyph.x * size, y + glyph.y * size];
          const outside = Math.max(
            72 - (across + left * size),
            above - (down + top * size),
            across + right * size - 660,
            down + bottom * size - 498,
          );
          assert.ok(outside < 0.01, `${JSON.stringify(title)}: ${outside} outside at ${size}px`);
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
  const title = "上海的“外滩”";
  const own = [...title].map((character) => noto.shape(character).glyphs[0]?.outline);
  assert.deepEqual(outlines(await set(title, "zh")).sort(), own.sort());
  const english = outlines(await set("The “Bund” — 外滩"));
  assert.ok(english.includes(newsreader.shape("“").glyphs[0]?.outline ?? ""), "but not elsewhere");
});

test("a title that the project's fonts cannot set whole shows the site's name, and loses no letter", async () => {
  const names = {
    en: outlines(await set(siteName.en)),
    zh: outlines(await set(siteName.zh, "zh")),
  };
  for (const title of [
    "记𬭎、㛃、䶮",
    "🎉 Two Cities",
    "1️⃣ Two Cities",
    "Two שלום Cities",
    "مرحبا — ",
    "क्षेत्र",
    "Z̷ebra",
    "\u200b\u202e",
    "…",
  ]) {
    assert.deepEqual(outlines(await set(title)), names.en, title);
    assert.deepEqual(outlines(await set(title, "zh")), names.zh, title);
  }
  for (const title of ["Łódź", "Huángpǔ Jiāng", "Nǚ Lǜ", "Ế́g", "Привет", "龘"]) {
    const { isName, lines } = await set(title);
    assert.equal(isName, false, title);
    const letters = [...title.normalize("NFC").replace(/\s/g, "")];
    const drawn = lines.flatMap(({ text }) => text.glyphs.filter(({ ink }) => ink));
    assert.equal(drawn.length, letters.length, title);
  }
});

test("what cannot be seen leaves no trace", async () => {
  const plain = outlines(await set("Two Cities"));
  for (const title of ["Two\u200b Cities\ufeff", "Two  Cities\u202e", "T\u00adwo\nCities"]) {
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

testTable("card-lines", {
  "where a title on a Chinese card may break": async (text) => {
    const { clusters } = await chooseTypefaces(text, "zh");
    const pieces = breakPieces(clusters, ["利物浦—上海"]);
    return pieces.map((piece) => piece.map((cluster) => cluster.text).join("")).join("|");
  },
});
