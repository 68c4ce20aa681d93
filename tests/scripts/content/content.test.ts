import assert from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { checkContent } from "../../../scripts/content/content.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { type Changes, makeSite, smallest } from "./make-site.ts";

async function told(changes: Changes, arrange?: (root: string) => Promise<void>) {
  const site = await makeSite(changes);
  try {
    await arrange?.(site.root);
    return (await checkContent(site.root)).problems.map(formatProblem);
  } finally {
    await site.remove();
  }
}

const article = smallest["content/en/news/x.md"] ?? "";

test("the smallest content is in order and comes complete, in order of the files", async () => {
  const site = await makeSite({
    "content/README.md": "# Handbook\n",
    "content/en/.DS_Store": "\0",
  });
  try {
    const { entries, incomplete, facts, problems } = await checkContent(site.root);
    assert.deepEqual(problems, []);
    assert.deepEqual(incomplete, []);
    assert.equal(facts?.strings.zh.news instanceof Object, true);
    const sources = entries.map(({ source }) => source);
    assert.equal(sources.length, 10);
    assert.deepEqual(sources, [...sources].sort());
  } finally {
    await site.remove();
  }
});

test("a byte order mark and the line ends of Windows are accepted, and move nothing", async () => {
  const windows = `\ufeff${article.replaceAll("\n", "\r\n")}`;
  const site = await makeSite({ "content/en/news/x.md": windows });
  try {
    const { entries, problems } = await checkContent(site.root);
    assert.deepEqual(problems, []);
    assert.equal(entries.find(({ key }) => key === "news/x")?.body, "Text\n");
  } finally {
    await site.remove();
  }
  assert.deepEqual(await told({ "content/en/news/x.md": windows.replace("summary", "sumary") }), [
    "content/en/news/x.md:3:1  an article has no key `sumary` — did you mean `summary`?",
  ]);
});

const utf16 =
  "the file is saved as UTF-16, not as UTF-8 — open it in your editor and save it again with the encoding UTF-8";
const conflict = (marker: string) =>
  `here stands \`${marker}\`, left over from two versions that could not be merged — keep the version that is right, and delete the lines that begin with \`<<<<<<<\`, \`=======\` and \`>>>>>>>\``;
const invisible = (code: string) =>
  `an invisible character (${code}) stands here — delete it and, if a letter is missing, type that again`;
const utf8 =
  "the file is not UTF-8 text from here on — open it in your editor with the encoding it was saved in, and save it again as UTF-8";

const texts: [name: string, content: string | Uint8Array, expected: string[]][] = [
  ["UTF-16 with its mark", Buffer.from(`\ufeff${article}`, "utf16le"), [`1:1  ${utf16}`]],
  ["UTF-16, big end first", Buffer.from(`\ufeff${article}`, "utf16le").swap16(), [`1:1  ${utf16}`]],
  ["UTF-16 without its mark", Buffer.from(article, "utf16le"), [`1:1  ${utf16}`]],
  ["Windows-1252", Buffer.from(`${article}\nCafé\n`, "latin1"), [`8:4  ${utf8}`]],
  [
    "half a character after others of several bytes",
    Buffer.concat([Buffer.from(`${article}上🌊`), Buffer.from([0xe4, 0xb8])]),
    [`7:4  ${utf8}`],
  ],
  ["a NUL", `${article}a\0b\n`, [`7:2  ${invisible("U+0000")}`]],
  [
    "control characters",
    `${article}a\u0085b\u001b\n\u2028\n\u202e\n\ufeff\n`,
    [
      `7:2  ${invisible("U+0085")}`,
      `7:4  ${invisible("U+001B")}`,
      `8:1  ${invisible("U+2028")}`,
      `9:1  ${invisible("U+202E")}`,
      `10:1  ${invisible("U+FEFF")}`,
    ],
  ],
  [
    "a character that was lost",
    `${article}caf\ufffd\n`,
    [
      "7:4  here stands �, in place of a character that was lost when the text was converted — type the right character in its place",
    ],
  ],
  [
    "a conflict",
    `---\n<<<<<<< HEAD\ntitle: A\n||||||| base\n=======\ntitle: B\n>>>>>>> branch\n---\n`,
    [
      `2:1  ${conflict("<<<<<<<")}`,
      `4:1  ${conflict("|||||||")}`,
      `5:1  ${conflict("=======")}`,
      `7:1  ${conflict(">>>>>>>")}`,
    ],
  ],
  [
    "the last line of a conflict, without a line end",
    `${article}>>>>>>>`,
    [`7:1  ${conflict(">>>>>>>")}`],
  ],
  [
    "more than a megabyte",
    `${article}${"x".repeat(1_300_000)}`,
    [
      "1:1  the file has 1.4 MB, and 1 MB is the most a text may have — divide it into several files, and keep pictures in `assets/photos/`",
    ],
  ],
];

for (const [name, content, expected] of texts) {
  test(`a file with ${name}`, async () => {
    assert.deepEqual(
      await told({ "content/en/news/x.md": content }),
      expected.map((line) => `content/en/news/x.md:${line}`),
    );
  });
}

test("eight of the signs of a conflict, or six, or not at the beginning, are text", async () => {
  const body = "<<<<<<<<\n======\n ========\n>>>>>>>>\na <<<<<<< b\n<<<<<<<a\n";
  assert.deepEqual(await told({ "content/en/news/x.md": article + body }), []);
});

test("symbolic links: to a file of the content they are that file, else an error", async () => {
  const problems = await told({ "secret.md": article }, async (root) => {
    await symlink("x.md", join(root, "content/en/news/inside.md"));
    await symlink("../../../secret.md", join(root, "content/en/news/outside.md"));
    await symlink("nowhere.md", join(root, "content/en/news/dangling.md"));
    await symlink("circle.md", join(root, "content/en/news/circle.md"));
    await symlink("..", join(root, "content/en/news/folder"));
    await symlink(root, join(root, "content/zh/out"));
  });
  const broken =
    "this is a symbolic link that does not lead to a file — delete it, or put the file itself here";
  const out =
    "this file is a symbolic link that leads out of `content/` — put a copy of the file itself here";
  assert.deepEqual(problems, [
    `content/en/news/circle.md:1:1  ${broken}`,
    `content/en/news/dangling.md:1:1  ${broken}`,
    `content/en/news/folder:1:1  ${broken}`,
    `content/en/news/outside.md:1:1  ${out}`,
    // The same page at two addresses.
    "content/en/news/x.md:2:8  content/en/news/inside.md has the same title — change one of the two, so that readers can tell the pages apart",
    `content/zh/out:1:1  ${out}`,
  ]);
});

test("two files with one address, also when only the case differs", async () => {
  const same = (address: string, other: string) =>
    `this page would have the address \`${address}\`, which ${other} has already — rename or delete one of the two files`;
  const page = smallest["content/en/about.md"] ?? "";
  const own = (title: string) => page.replace("title: A", `title: ${title}`);
  assert.deepEqual(await told({ "content/en/news.md": own("B"), "content/en/zh.md": own("C") }), [
    `content/en/news/index.md:1:1  ${same("/news/", "content/en/news.md")}`,
    `content/zh/index.md:1:1  ${same("/zh/", "content/en/zh.md")}`,
  ]);
  const cased = await told({ "content/en/About.md": own("B") });
  assert.equal(cased.length, 2);
  assert.equal(cased[1], `content/en/about.md:1:1  ${same("/about/", "content/en/About.md")}`);
});

test("a file whose front matter has an error keeps its body and its address", async () => {
  const site = await makeSite({ "content/en/news/x.md": "---\ntitle: T\n---\n\nText\n" });
  try {
    const { entries, incomplete } = await checkContent(site.root);
    assert.deepEqual(incomplete, [
      {
        source: "content/en/news/x.md",
        language: "en",
        kind: "article",
        key: "news/x",
        address: "/news/x/",
        body: "\nText\n",
        bodyLine: 4,
      },
    ]);
    assert.equal(entries.length, 9);
  } finally {
    await site.remove();
  }
});

test("aliases lead from one old address to one page", async () => {
  const withAliases = (aliases: string) =>
    article.replace("---\nText", `aliases: ${aliases}\n---\nText`);
  assert.deepEqual(
    await told({
      "content/en/news/x.md": withAliases("[/old/, /About/, /old/]"),
      "content/zh/news/x.md": withAliases("[/old/, /zh/news/x/]"),
    }),
    [
      "content/en/news/x.md:5:18  `/About/` is the address of content/en/about.md — delete this alias, or write the old address that you meant",
      "content/en/news/x.md:5:27  `/old/` is already an alias in this file — keep it in the one file that it should lead to",
      "content/zh/news/x.md:5:11  `/old/` is already an alias in content/en/news/x.md — keep it in the one file that it should lead to",
      "content/zh/news/x.md:5:18  `/zh/news/x/` is the address of this page itself — delete this alias, or write the old address that you meant",
    ],
  );
});

test("what the site cannot be without", async () => {
  assert.deepEqual(await told({ "content/zh/404.md": null, "content/_data/timeline.yaml": null }), [
    "content/_data/timeline.yaml:1:1  the file is missing, and the site cannot be built without it — bring it back from the history of the repository",
    "content/zh/404.md:1:1  the page `404` is missing, and the site cannot be without it — create this file, or give it back its name",
  ]);
});

test("all problems of all files come in one run, by file and place", async () => {
  const problems = await told({
    "content/zh/about.md": "---\ntitle:\n---\n",
    "content/en/Bad Name.md": "Text\n",
    "content/en/stray.txt": "x",
    "content/_data/site.yaml": "origin: x\n",
  });
  assert.deepEqual(
    problems.map((line) => line.split("  ")[0]),
    [
      "content/_data/site.yaml:1:1",
      "content/_data/site.yaml:1:1",
      "content/_data/site.yaml:1:1",
      "content/_data/site.yaml:1:1",
      "content/_data/site.yaml:1:9",
      "content/en/Bad Name.md:1:1",
      "content/en/Bad Name.md:1:1",
      "content/en/stray.txt:1:1",
      "content/zh/about.md:1:1",
      "content/zh/about.md:2:7",
    ],
  );
});

test("a folder with the name of a page holds misplaced files", async () => {
  const problems = await told({}, async (root) => {
    await mkdir(join(root, "content/en/about"));
    await writeFile(join(root, "content/en/about/index.md"), article);
  });
  assert.deepEqual(problems, [
    "content/en/about/index.md:1:1  a Markdown file here becomes no page — move it to `content/en/news/about.md` for an article, `content/en/about-2.md` for a page",
  ]);
});
