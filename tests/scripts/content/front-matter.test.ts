import assert from "node:assert/strict";
import test from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import type { Language } from "../../../scripts/lib/languages.ts";
import { brief } from "../../support/files.ts";

function read(text: string, key = "news/x", language: Language = "en") {
  return readEntry(contentFile(`content/${language}/${key}.md`, language, key), text);
}

/** What is reported for a page, as `line:column  message — remedy`. */
function told(text: string, key?: string, language?: Language): string[] {
  return read(text, key, language).problems.map(
    ({ line, column, message, remedy }) => `${line}:${column}  ${message} — ${remedy}`,
  );
}

test("divides at the lines of three hyphens, blanks after them or not", () => {
  const { entry } = read("---  \ntitle: T\nsummary: S\n--- \n\nText\n---\n", "about");
  assert.deepEqual([entry?.body, entry?.bodyLine], ["\nText\n---\n", 5]);
  const empty = read("---\n---", "about");
  assert.ok(!empty.entry);
  assert.deepEqual([empty.file.body, empty.file.bodyLine], ["", 3]);
});

const missing = "1:1 front-matter-missing --- title: … summary: … ---";
const language = "1:1 front-matter-language --- title: News";

for (const [text, expected] of [
  ["", missing],
  ["Text\n", missing],
  ["----\ntitle: T\n----\n", missing],
  ["\n\n---\ntitle: T\n---\n", "3:1 front-matter-first ---"],
  ["---js\n{}\n---\n", language],
  ["--- json\n{}\n---\n", language],
  ["---toml\n---\n", language],
  ["+++\n+++\n", language],
  ["{\n}\n", language],
  ["---\ntitle: T\n-----\n", "3:1 front-matter-closing ---"],
] as const) {
  test(`${JSON.stringify(text)} has no front matter to read`, () => {
    assert.deepEqual(read(text).problems.map(brief), [expected]);
  });
}

for (const [text, where] of [
  ["---\ntitle: T\nsummary: S\n\nText\n", "before line 4"],
  ["---\ntitle: T\n## Heading\n", "before line 3"],
  ["---\ntitle: T\n", "after its last key"],
] as const) {
  test(`${JSON.stringify(text)} is to be closed ${where}`, () => {
    assert.deepEqual(told(text), [
      `1:1  the front matter is not closed — write a line \`---\` ${where}`,
    ]);
  });
}

const sound = "title: T\nsummary: S\ndate: 2026-11-23\n";

/** Front matter of an article, and what is wrong with it. */
const cases: [frontMatter: string, ...expected: string[]][] = [
  [
    "",
    "1:1 missing-key title: Liverpool in Shanghai",
    "1:1 missing-key summary: A day of music by the river.",
    "1:1 missing-key date: 2026-11-23",
  ],
  ["\n- a\n", "3:1 yaml-line title: News"],
  ["title: *New* hours\n", '2:8 yaml-sign title: "*New* hours"'],
  ['title: !!js/function "x"\n', "2:8 yaml-sign title: '!!js/function \"x\"'"],
  ["title: Liverpool: a city\n", '2:8 yaml-value title: "Liverpool: a city"'],
  ["summary: S\ntitle: [Update] News\n", '3:8 yaml-value title: "[Update] News"'],
  ['title: "He said "hi" there"\n', "2:8 yaml-value title: 'He said \"hi\" there'"],
  ['title: "open\nsummary: S\n', '2:8 yaml-quote title: "open"'],
  ["title:News\nsummary: S\n", "2:1 yaml-space title: News"],
  ["title：上海\nsummary: S\n", '2:6 yaml-wide-colon title: "上海"'],
  ["title: T\nhello\nsummary: S\n", "3:1 yaml-line title: News"],
  ["title: T\n\tsummary: S\n", "3:1 yaml-tab"],
  ["title: T\n  summary: S\n", "3:3 yaml-indent"],
  ["title: Pier #3\nsummary: S\ndate: 2026-11-23 # note\n", '2:13 yaml-hash title: "Pier #3"'],
  [`title: ${"[".repeat(99)}\n`, "2:31 yaml-depth"],
  [`${sound}title: U\n`, "5:1 duplicate-key"],
  [`__proto__: {}\n${sound}`, "2:1 forbidden-key"],
  // A key that is misspelt is not also missing.
  ["title: T\nSumary: S\ndate: 2026-11-23\n", "3:1 misspelt-key summary"],
  [`${sound}author: A\n`, "5:1 unknown-key title summary date archive photo updated draft aliases"],
  [sound.replace("T", '"  "'), "2:8 empty-value title: Liverpool in Shanghai"],
  [`${sound}draft:\n`, "5:7 empty-value draft: true"],
  [
    `title: ${"x".repeat(121)}\nsummary: ${"y".repeat(310)}\ndate: 2026-11-23\n`,
    "2:8 too-long",
    "3:10 too-long",
  ],
  [sound.replace("T", "1999"), '2:8 unquoted-text title: "1999"'],
  [sound.replace("T", "{ en: T }"), "2:8 wrong-type title: Liverpool in Shanghai"],
  [`${sound}draft: "false"\n`, "5:8 not-true-or-false draft: false"],
  [`${sound}archive: yes\n`, "5:10 not-true-or-false archive: true"],
  [`${sound}photo: { scr: a.jpg }\n`, "5:10 misspelt-key src"],
  [`${sound}aliases: /old/\n`, "5:10 wrong-type aliases: [/old-address/]"],
  [
    `${sound}aliases:\n  - https://example.org/a/b?c\n  - old\n  - 3\n`,
    "6:5 alias-form /a/b/",
    "7:5 alias-form /old/",
    '8:5 unquoted-text - "3"',
  ],
];

for (const [frontMatter, ...expected] of cases) {
  test(`an article with ${JSON.stringify(frontMatter.slice(0, 60))}`, () => {
    assert.deepEqual(read(`---\n${frontMatter}---\nText\n`).problems.map(brief), expected);
  });
}

test("a page has no date, an English one no stamp, a Chinese one a stamp in its form", () => {
  const page = "---\ntitle: T\nsummary: S\n";
  const keys = "`title`, `summary`, `photo`, `updated`, `draft`, `aliases`";
  assert.deepEqual(told(`${page}date: 2026-11-23\n---\n`, "about"), [
    `4:1  a page has no key \`date\` — delete it; the keys are ${keys}`,
  ]);
  assert.deepEqual(told(`${page}translated: 3f9a1c07\n---\n`, "about"), [
    `4:1  a page has no key \`translated\` — delete it; the keys are ${keys}`,
  ]);
  assert.deepEqual(told(`${page}translated: yes\n---\n`, "about", "zh"), [
    "4:13  `yes` is not a stamp of the English text — write the eight characters that the check gave, such as `translated: 3f9a1c07`",
  ]);
  for (const stamp of ["3f9a1c07", "12345678", "01234567", "1e234567", '"12345678"']) {
    assert.deepEqual(told(`${page}translated: ${stamp}\n---\n`, "about", "zh"), []);
  }
});

test("words that hold a place for others stand in drafts only, and are told with all else", () => {
  const head = "---\ntitle: （待译）News\nsummary: (to be written)\ndate: 2026-11-23\n";
  assert.deepEqual(told(`${head}draft: true\n---\n`, "news/x", "zh"), []);
  assert.deepEqual(told(`${head}draft: "true"\n---\n`, "news/x", "zh"), [
    '5:8  `draft` must be true or false, and `"true"` is neither — write `draft: true`, without quotation marks',
    "2:8  `title` begins with （待译）, so it is not translated yet — write it in Chinese, or keep `draft: true`",
    "3:10  `summary` is still to be written — write it, or keep `draft: true`",
  ]);
});

test("a second front matter is refused, since a program might take it for the first", () => {
  const text = `---\n${sound}---\n`;
  for (const second of ["---\ntitle: U\n---\n", "---js\n{}\n---\n", "---\n", "--- toml\n"]) {
    assert.deepEqual(told(text + second), [
      "6:1  a second front matter seems to begin here, directly below the first — delete it, or leave an empty line above a `---` that is to be a line across the page",
    ]);
    assert.deepEqual(told(`${text}\n${second}`), []);
  }
  assert.deepEqual(told(`${text}-----\n`), []);
});

test("Welcome has two screens, one a city", () => {
  const head = "---\ntitle: T\nsummary: S\n";
  const one = "  - { city: liverpool, photo: a.jpg, title: A, text: B }\n";
  const two = "  - { city: shanghai, photo: a.jpg, title: A, text: B }\n";
  assert.deepEqual(told(`${head}screens:\n${one}${two}---\n`, "index"), []);
  assert.deepEqual(told(`${head}screens:\n${one}---\n`, "index"), [
    "5:3  `screens` has the wrong number of items: 1 in place of 2 — add or remove items, each of which begins with a dash",
  ]);
  assert.deepEqual(told(`${head}screens:\n${one}${one}---\n`, "index"), [
    "6:13  both screens have the city `liverpool` — give one screen `city: liverpool` and the other `city: shanghai`",
  ]);
  const london = two.replace("shanghai", "london").replace(", text: B", "");
  assert.deepEqual(told(`${head}screens:\n${one}${london}---\n`, "index"), [
    "6:13  `screens.2.city` cannot be `london` — write `liverpool` or `shanghai`",
    "6:5  `screens.2.text` is missing — add a line like `text: The two cities greet you.`",
  ]);
});

test("an entry holds what was written and where", () => {
  const text =
    '---\ntitle: " T "\nsummary: S\ndate: 2026-07-01\nupdated: 2026-07-02T23:30+00:00\n' +
    "photo:\n  src: ../../../assets/photos/a.jpg\n  alt: Barges\naliases: [/old/]\n---\n\nText\n";
  const { entry, problems } = read(text, "news/x", "zh");
  assert.deepEqual(problems, []);
  assert.ok(entry);
  const { places, ...rest } = entry;
  assert.deepEqual(rest, {
    source: "content/zh/news/x.md",
    language: "zh",
    kind: "article",
    key: "news/x",
    address: "/zh/news/x/",
    body: "\nText\n",
    bodyLine: 11,
    title: "T",
    summary: "S",
    date: {
      written: "2026-07-01",
      day: { year: 2026, month: 7, day: 1 },
      instant: Date.UTC(2026, 5, 30, 16),
    },
    updated: {
      written: "2026-07-02T23:30+00:00",
      day: { year: 2026, month: 7, day: 3 },
      instant: Date.UTC(2026, 6, 2, 23, 30),
    },
    due: Date.UTC(2026, 5, 30, 16),
    archive: false,
    draft: false,
    photo: { written: "../../../assets/photos/a.jpg", alt: "Barges", line: 7, column: 8 },
    aliases: ["/old/"],
    aliasPlaces: [{ line: 9, column: 11 }],
  });
  assert.deepEqual(places.get("date"), { line: 4, column: 7 });
});

test("the text of a screen is placed where its Markdown begins", () => {
  const text =
    "---\ntitle: T\nsummary: S\nscreens:\n  - city: liverpool\n    photo: a.jpg\n    title: A\n" +
    "    text: |\n      One\n\n      Two\n  - { city: shanghai, photo: b.jpg, title: A, text: B }\n---\n";
  const { entry } = read(text, "index");
  const [first, second] = entry?.screens ?? [];
  assert.equal(first?.text, "One\n\nTwo\n");
  assert.deepEqual(first?.textAt, { line: 9, column: 7 });
  assert.deepEqual(first?.photo, { written: "a.jpg", line: 6, column: 12 });
  assert.deepEqual(second?.textAt, { line: 12, column: 53 });
  assert.deepEqual([first?.textAligned, second?.textAligned], [true, true]);
});

test("a text whose lines are folded, or that has escapes in it, is not aligned", () => {
  const screen = (text: string) =>
    `  - city: liverpool\n    photo: a\n    title: A\n    text: ${text}\n`;
  const other = "  - { city: shanghai, photo: a, title: A, text: 'B [c](d.md)' }\n";
  for (const folded of [">\n      One\n      two", "One\n      two", '"One\\n\\ntwo"', "'It''s'"]) {
    const text = `---\ntitle: T\nsummary: S\nscreens:\n${screen(folded)}${other}---\n`;
    const { entry } = read(text, "index");
    const aligned = entry?.screens?.map(({ textAligned }) => textAligned);
    assert.deepEqual(aligned, [false, true], folded);
  }
});

/** The rule that is told of a date, and what may be written in its place. */
function toldOf(date: string, language: Language = "en"): string[] {
  const file = contentFile("content/en/news/x.md", language, "news/x");
  const { problems } = readEntry(file, `---\ntitle: T\nsummary: S\ndate: ${date}\n---\n`);
  return problems.map((problem) => brief(problem).replaceAll(" date:", ""));
}

for (const [written, expected] of [
  ["2026-02-30", "date-impossible 2026-02-28"],
  ["2024-02-30", "date-impossible 2024-02-29"],
  ["2026-04-31", "date-impossible 2026-04-30"],
  ["2026-00-10", "date-impossible 2026-11-23"],
  ["0000-01-01", "date-impossible 2026-11-23"],
  ["2026-31-12", "date-form 2026-12-31"],
  ["31/12/2026", "date-form 2026-12-31"],
  ["12/31/2026", "date-form 2026-12-31"],
  ["4.4.2026", "date-form 2026-04-04"],
  ["2026-7-5", "date-form 2026-07-05"],
  ["2026/07/05", "date-form 2026-07-05"],
  ["20260705", "date-form 2026-07-05"],
  ["2026年7月5日", "date-form 2026-07-05"],
  ["5 July 2026", "date-form 2026-07-05"],
  ["July 5th, 2026", "date-form 2026-07-05"],
  ["2026-07-05 10:00 +01:00", "date-form 2026-07-05T10:00+01:00"],
  ["2026-07-05T10:00+99:00", "date-form 2026-07-05T10:00+01:00"],
  ["03/04/2026", "date-ambiguous 2026-04-03 2026-03-04"],
  ["2026-12-31T18:00", "time-without-offset 2026-12-31 2026-12-31T18:00+00:00"],
  ["2026-07-05T25:00Z", "time-impossible 2026-07-05T18:00Z"],
  ["tomorrow", "date-unclear 2026-11-23"],
  ["2026", "date-unclear 2026-11-23"],
  ["2026-07", "date-unclear 2026-11-23"],
] as const) {
  test(`date: ${written}`, () => assert.deepEqual(toldOf(written), [`4:7 ${expected}`]));
}

test("the offset that is offered is that of the page's city on that day", () => {
  assert.match(toldOf("2026-07-05 09:30")[0] ?? "", / 2026-07-05T09:30\+01:00$/);
  assert.match(toldOf("2026-07-05 09:30", "zh")[0] ?? "", / 2026-07-05T09:30\+08:00$/);
});

for (const sound of [
  "2026-07-05",
  '"2026-07-05"',
  "2026-07-05T09:30Z",
  "2026-07-05T09:30:00+08:00",
]) {
  test(`date: ${sound} is in order`, () => assert.deepEqual(toldOf(sound), []));
}
