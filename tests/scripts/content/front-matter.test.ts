import assert from "node:assert/strict";
import test from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry, splitFrontMatter } from "../../../scripts/content/front-matter.ts";
import type { Language } from "../../../scripts/lib/languages.ts";

test("divides at the lines of three hyphens, blanks after them or not", () => {
  assert.deepEqual(splitFrontMatter("a.md", "---  \na: 1\n--- \n\nText\n---\n"), {
    yaml: "a: 1",
    body: "\nText\n---\n",
    bodyLine: 4,
  });
  assert.deepEqual(splitFrontMatter("a.md", "---\n---"), { yaml: "", body: "", bodyLine: 3 });
});

const missing =
  "1:1  the file does not begin with front matter — begin it with four lines: `---`, `title: …`, `summary: …`, `---`";
const language = (opening: string) =>
  `1:1  the front matter begins with \`${opening}\`, and only YAML is read here — write \`---\` alone on this line, and below it lines like \`title: News\``;
const unclosed = (where: string) =>
  `1:1  the front matter is not closed — write a line \`---\` ${where}`;

const cases: [text: string, expected: string][] = [
  ["", missing],
  ["Text\n", missing],
  ["----\ntitle: T\n----\n", missing],
  [
    "\n\n---\ntitle: T\n---\n",
    "3:1  the front matter does not begin on the first line — delete everything before this `---`",
  ],
  ["---js\n{}\n---\n", language("---js")],
  ["--- json\n{}\n---\n", language("--- json")],
  ["---toml\n---\n", language("---toml")],
  ["+++\n+++\n", language("+++")],
  ["{\n}\n", language("{")],
  ["---\ntitle: T\nsummary: S\n\nText\n", unclosed("before line 4")],
  ["---\ntitle: T\n## Heading\n", unclosed("before line 3")],
  ["---\ntitle: T\n", unclosed("after its last key")],
  [
    "---\ntitle: T\n-----\n",
    "3:1  the line that closes the front matter is `-----` — write `---` alone on this line",
  ],
];

for (const [text, expected] of cases) {
  test(`${JSON.stringify(text)} has no front matter to read`, () => {
    const parts = splitFrontMatter("a.md", text);
    assert.ok("problem" in parts);
    const { line, column, message, remedy } = parts.problem;
    assert.equal(`${line}:${column}  ${message} — ${remedy}`, expected);
  });
}

/** What is reported for a page, as `line:column  message — remedy`. */
function told(text: string, key = "news/x", language: Language = "en"): string[] {
  const file = contentFile(`content/${language}/${key}.md`, language, key);
  return readEntry(file, text).problems.map(
    ({ line, column, message, remedy }) => `${line}:${column}  ${message} — ${remedy}`,
  );
}

const sound = "title: T\nsummary: S\ndate: 2026-11-23\n";

/** Front matter of an article, with what it says about it. */
const readEntryCases: [name: string, frontMatter: string, expected: string | string[]][] = [
  [
    "nothing at all",
    "",
    [
      "1:1  `title` is missing — add a line like `title: Liverpool in Shanghai`",
      "1:1  `summary` is missing — add a line like `summary: A day of music by the river.`",
      "1:1  `date` is missing — add a line like `date: 2026-11-23`",
    ],
  ],
  [
    "no mapping",
    "\n- a\n",
    "3:1  this line is not of the form `key: value` — write a key, a colon, a space and the value, such as `title: News`",
  ],
  [
    "a value that begins with an asterisk",
    `title: *New* hours\n`,
    '2:8  a value may not begin with `*` — put the value in quotation marks: `title: "*New* hours"`',
  ],
  [
    "a tag",
    `title: !!js/function "x"\n`,
    "2:8  a value may not begin with `!` — put the value in quotation marks: `title: '!!js/function \"x\"'`",
  ],
  [
    "a colon in a value",
    `title: Liverpool: a city\n`,
    '2:8  the value of `title` has a character in it that means something else here — put the value in quotation marks: `title: "Liverpool: a city"`',
  ],
  [
    "brackets in a value",
    `summary: S\ntitle: [Update] News\n`,
    '3:8  the value of `title` has a character in it that means something else here — put the value in quotation marks: `title: "[Update] News"`',
  ],
  [
    "quotation marks within quotation marks",
    `title: "He said "hi" there"\n`,
    "2:8  the value of `title` has a character in it that means something else here — put the value in quotation marks: `title: 'He said \"hi\" there'`",
  ],
  [
    "a quotation mark that is not closed",
    `title: "open\nsummary: S\n`,
    '2:8  the quotation mark that opens here is never closed — close it at the end of the value: `title: "open"`',
  ],
  [
    "no space after the colon",
    `title:News\nsummary: S\n`,
    "2:1  after `title:` a space is missing — write `title: News`",
  ],
  [
    "a full-width colon",
    `title：上海\nsummary: S\n`,
    '2:6  after `title` stands the full-width colon “：” — write an ordinary colon and a space: `title: "上海"`',
  ],
  [
    "a line without a key",
    `title: T\nhello\nsummary: S\n`,
    "3:1  this line is not of the form `key: value` — write a key, a colon, a space and the value, such as `title: News`",
  ],
  [
    "a tab",
    `title: T\n\tsummary: S\n`,
    "3:1  a tab stands at the beginning of this line — delete it",
  ],
  [
    "a line too far to the right",
    `title: T\n  summary: S\n`,
    "3:3  this line begins with 2 spaces, which does not fit the lines around it — begin it with no space",
  ],
  [
    "a hash in a value",
    `title: Pier #3\nsummary: S\ndate: 2026-11-23 # a comment\n`,
    '2:13  everything from `#` to the end of this line would be left out — put the value in quotation marks: `title: "Pier #3"`',
  ],
  [
    "brackets without end",
    `title: ${"[".repeat(99)}\n`,
    "2:31  lists and brackets are nested too deeply here — remove the surplus brackets or dashes",
  ],
  [
    "a key twice",
    `${sound}title: U\n`,
    "5:1  `title` stands here for the second time, after line 2 — keep one of the two lines and delete the other",
  ],
  [
    "__proto__",
    `__proto__: {}\n${sound}`,
    "2:1  `__proto__` cannot be used as a key — delete the line",
  ],
  [
    "a misspelt key, which is not also missing",
    `title: T\nSumary: S\ndate: 2026-11-23\n`,
    "3:1  an article has no key `Sumary` — did you mean `summary`?",
  ],
  [
    "an unknown key",
    `${sound}author: A\n`,
    "5:1  an article has no key `author` — delete it; the keys are `title`, `summary`, `date`, `archive`, `photo`, `updated`, `draft`, `aliases`",
  ],
  [
    "an empty title",
    `title: "  "\nsummary: S\ndate: 2026-11-23\n`,
    "2:8  `title` has no value — write one, like `title: Liverpool in Shanghai`",
  ],
  [
    "a key without a value",
    `${sound}draft:\n`,
    "5:7  `draft` has no value — write one, like `draft: true`",
  ],
  [
    "a title that is too long",
    `title: ${"x".repeat(121)}\nsummary: ${"y".repeat(310)}\ndate: 2026-11-23\n`,
    [
      "2:8  `title` has 121 characters, and 120 is the most it may have — shorten it by 1",
      "3:10  `summary` has 310 characters, and 300 is the most it may have — shorten it by 10",
    ],
  ],
  [
    "a number for a title",
    `title: 1999\nsummary: S\ndate: 2026-11-23\n`,
    '2:8  `title` must be text, and `1999` without quotation marks is not — put it in quotation marks: `title: "1999"`',
  ],
  [
    "a group for a title",
    `title: { en: T }\nsummary: S\ndate: 2026-11-23\n`,
    "2:8  `title` must be text, and `{ en: T }` stands here — write it like `title: Liverpool in Shanghai`",
  ],
  [
    'draft: "false"',
    `${sound}draft: "false"\n`,
    '5:8  `draft` must be true or false, and `"false"` is neither — write `draft: false`, without quotation marks',
  ],
  [
    "archive: yes",
    `${sound}archive: yes\n`,
    "5:10  `archive` must be true or false, and `yes` is neither — write `archive: true`, without quotation marks",
  ],
  [
    "a photograph with a misspelt key",
    `${sound}photo: { scr: a.jpg }\n`,
    "5:10  `photo` has no key `scr` — did you mean `src`?",
  ],
  [
    "an alias that is no list",
    `${sound}aliases: /old/\n`,
    "5:10  `aliases` must be a list, and `/old/` stands here — write it like `aliases: [/old-address/]`",
  ],
  [
    "aliases that are no addresses of this site",
    `${sound}aliases:\n  - https://example.org/a/b?c\n  - old\n  - 3\n`,
    [
      "6:5  `https://example.org/a/b?c` is not an address on this site — write the old address from the first slash to the last, without the host, such as `/a/b/`",
      "7:5  `old` is not an address on this site — write the old address from the first slash to the last, without the host, such as `/old/`",
      '8:5  `aliases.3` must be text, and `3` without quotation marks is not — put it in quotation marks: `- "3"`',
    ],
  ],
];

for (const [name, frontMatter, expected] of readEntryCases) {
  test(`an article with ${name}`, () => {
    assert.deepEqual(told(`---\n${frontMatter}---\nText\n`), [expected].flat());
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
  const file = contentFile("content/zh/news/x.md", "zh", "news/x");
  const { entry, problems } = readEntry(file, text);
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
  const { entry } = readEntry(contentFile("content/en/index.md", "en", "index"), text);
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
    const { entry } = readEntry(contentFile("content/en/index.md", "en", "index"), text);
    const aligned = entry?.screens?.map(({ textAligned }) => textAligned);
    assert.deepEqual(aligned, [false, true], folded);
  }
});

test("a body whose front matter has an error is still there to be checked", () => {
  const file = contentFile("content/en/about.md", "en", "about");
  const read = readEntry(file, "---\ntitle: T\n---\nText\n");
  assert.ok(!read.entry);
  assert.equal(read.file.body, "Text\n");
  assert.equal(read.file.bodyLine, 4);
});
