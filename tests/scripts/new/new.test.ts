import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import type { TextKind } from "../../../scripts/new/fields.ts";
import { newPhoto, newText, writeNewFiles } from "../../../scripts/new/new.ts";
import { parseRecord } from "../../../scripts/photos/record.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { ContentFailure, EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { listFiles } from "../../support/files.ts";
import { makeSite } from "../content/make-site.ts";
import { noise, soundRecord, temporaryProject } from "../photos/pictures.ts";

type Changes = Parameters<typeof makeSite>[0];

async function made(kind: TextKind, given: Record<string, string>, changes: Changes = {}) {
  const site = await makeSite(changes);
  try {
    return (await newText(kind, { root: site.root, given, ask: undefined }, "2026-11-23")).files;
  } finally {
    await site.remove();
  }
}

test("a title is enough for an article: a draft in each language, the Chinese one marked", async () => {
  assert.deepEqual(Object.fromEntries(await made("news", { title: "River Festival" })), {
    "content/en/news/river-festival.md":
      "---\ntitle: River Festival\nsummary: (to be written)\ndate: 2026-11-23\ndraft: true\n---\n\n",
    "content/zh/news/river-festival.md":
      "---\ntitle: （待译）River Festival\nsummary: （待译）\ndate: 2026-11-23\ndraft: true\n---\n\n",
  });
});

test("a page has no date; what is said stands in the files", async () => {
  const given = { title: "Harbour", "title-zh": "港口", summary: "About it.", slug: "the-port" };
  assert.deepEqual(Object.fromEntries(await made("page", given)), {
    "content/en/the-port.md": "---\ntitle: Harbour\nsummary: About it.\ndraft: true\n---\n\n",
    "content/zh/the-port.md":
      "---\ntitle: （待译）港口\nsummary: （待译）About it.\ndraft: true\n---\n\n",
  });
});

test("the longest title and summary leave room for the mark before them", async () => {
  const files = await made("news", {
    title: "🌊".repeat(60),
    summary: "a".repeat(300),
    slug: "x-y",
  });
  for (const [path, text] of files) {
    const file = contentFile(path, path.startsWith("content/zh/") ? "zh" : "en", "news/x-y");
    assert.deepEqual(readEntry(file, text.toString()).problems, [], path);
  }
});

const old = "---\ntitle: About us\nsummary: S\naliases: [/Harbour/]\n---\n";
const refused: [given: Record<string, string>, message: string][] = [
  [
    { news: "X" },
    "content/en/news/x.md is there already, and content/zh/news/x.md is there already — choose another title, or another --slug",
  ],
  [
    { page: "News" },
    "content/en/news/index.md has the address /news/ already, and content/zh/news/index.md has the address /zh/news/ already — choose another title, or another --slug",
  ],
  [
    { page: "Harbour" },
    "/harbour/ is an old address that leads to content/en/about.md — choose another title, or another --slug",
  ],
  [{ page: "About us", slug: "us" }, "content/en/about.md has the same title — choose another"],
  [
    { page: "a".repeat(121) },
    "title: `title` has 121 characters, and 120 is the most it may have — shorten it by 1",
  ],
  [
    { news: "A", date: "2026-02-30" },
    "--date: `2026-02-30` is a day that does not exist — write a day of the calendar, such as `date: 2026-02-28`",
  ],
  [
    { page: "A\u0007b" },
    "title: an invisible character (U+0007) stands here — delete it and, if a letter is missing, type that again",
  ],
  [
    { page: "A", slug: "../A b" },
    "--slug: `../A b` has other characters than lower-case letters a–z, digits and hyphens — write those alone, such as a-b",
  ],
  [
    { page: "上海" },
    "Missing: --slug, and there is no terminal to ask on — add --slug river-festival",
  ],
];

for (const [{ page, news, ...given }, message] of refused) {
  test(`refused: ${message}`, async () => {
    const title = page ?? news ?? "";
    const making = made(
      page ? "page" : "news",
      { title, ...given },
      { "content/en/about.md": old },
    );
    await assert.rejects(making, { constructor: EnvironmentFailure, message });
  });
}

const given = {
  "alt-en": "Barges: three # of them",
  "alt-zh": "江上驳船",
  "caption-en": "The river",
  "caption-zh": "这条河",
  "credit-en": "Nobody",
  "credit-zh": "007",
  licence: "CC-BY-4.0",
};

const jpeg = () => noise(40, 30).jpeg().toBuffer();

async function make(
  context: TestContext,
  files: Record<string, Uint8Array | string>,
  said: Record<string, string>,
) {
  const project = await temporaryProject(context);
  for (const [path, content] of Object.entries(files)) await project.write(path, content);
  const from = join(project.root, "from");
  const request = { root: project.root, given: { ...given, ...said }, ask: undefined };
  return (await newPhoto(request, from)).files;
}

test("a picture is copied under a good name, with a record that reads as it was said", async (context) => {
  const picture = await noise(40, 30).png().toBuffer();
  const files = await make(context, { "from/IMG 12 (É).JPG": picture }, { file: "IMG 12 (É).JPG" });
  assert.deepEqual(
    [...files.keys()],
    ["assets/photos/img-12-e.png", "assets/photos/img-12-e.yaml"],
  );
  assert.deepEqual(files.get("assets/photos/img-12-e.png"), picture);
  const text = String(files.get("assets/photos/img-12-e.yaml"));
  assert.deepEqual(parseRecord(text, "img-12-e.yaml").record, {
    alt: { en: given["alt-en"], zh: given["alt-zh"] },
    caption: { en: given["caption-en"], zh: given["caption-zh"] },
    credit: { en: given["credit-en"], zh: given["credit-zh"] },
    licence: "CC-BY-4.0",
    focus: { x: 0.5, y: 0.5 },
  });
  const explained = text.match(/(?<=^# .+\n)\w+(?=:)/gm);
  assert.deepEqual(explained, ["alt", "caption", "credit", "licence", "focus"]);
});

test("a picture that is in the folder already gets its record beside it", async (context) => {
  const path = "assets/photos/2026/Dock.JPG";
  const files = await make(context, { [path]: await jpeg() }, { file: `../${path}` });
  assert.deepEqual([...files.keys()], ["assets/photos/2026/Dock.yaml"]);
});

test("a picture that cannot be used is refused with the words of the check", async (context) => {
  const whole = await jpeg();
  const cut = whole.subarray(0, whole.length / 2);
  await assert.rejects(make(context, { "from/a.jpg": cut }, { file: "a.jpg" }), (error) => {
    assert.ok(error instanceof ContentFailure);
    assert.deepEqual(error.problems.map(formatProblem), [
      "a.jpg:1:1  a.jpg is a damaged or truncated JPEG: a part of the picture cannot be read — copy or export the photograph again",
    ]);
    return true;
  });
});

const refusedPhoto: [said: Record<string, string>, message: string, there?: string][] = [
  [{ file: "b.jpg" }, "There is no file b.jpg — give the path of the picture"],
  [
    { file: "a.jpg" },
    "assets/photos/A.png is there already — give another name with --name",
    "assets/photos/A.png",
  ],
  [
    { file: "a.jpg", name: "dock" },
    "assets/photos/dock.yaml is there already — give another name with --name",
    "assets/photos/dock.yaml",
  ],
  [
    { file: "a.jpg", name: "上海" },
    "--name: `上海` has other characters than lower-case letters a–z, digits and hyphens — write those alone",
  ],
  [
    { file: "a.jpg", licence: "public domain" },
    "--licence: `public domain` is not the identifier of a licence — write one of the SPDX list, such as `CC0-1.0` or `CC-BY-4.0`, or `LicenseRef-` and a name",
  ],
];

for (const [said, message, there] of refusedPhoto) {
  test(`refused: ${message}`, async (context) => {
    const files = { "from/a.jpg": await jpeg(), ...(there ? { [there]: soundRecord } : {}) };
    await assert.rejects(make(context, files, said), { constructor: EnvironmentFailure, message });
  });
}

async function folder(context: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "new-files-"));
  context.after(() => rm(root, { recursive: true, force: true }));
  return root;
}

test("all files are written, and their folders", async (context) => {
  const root = await folder(context);
  const files = { "a/b.md": "b", "c.bin": Buffer.from([0, 255]) };
  await writeNewFiles(root, new Map<string, string | Uint8Array>(Object.entries(files)));
  assert.equal(await readFile(join(root, "a/b.md"), "utf8"), "b");
  assert.deepEqual(await readFile(join(root, "c.bin")), Buffer.from([0, 255]));
});

test("where one is there, it stays as it is and none of the others is left", async (context) => {
  const root = await folder(context);
  await writeFile(join(root, "b.md"), "mine");
  const files = new Map([
    ["a.md", "a"],
    ["b.md", "b"],
    ["c.md", "c"],
  ] as const);
  await assert.rejects(writeNewFiles(root, files), {
    constructor: EnvironmentFailure,
    message: "b.md is there already — move it away, or choose another name",
  });
  assert.deepEqual(await listFiles(root), ["b.md"]);
  assert.equal(await readFile(join(root, "b.md"), "utf8"), "mine");
});

test("a link that leads nowhere is there too", async (context) => {
  const root = await folder(context);
  await symlink(join(root, "elsewhere.md"), join(root, "a.md"));
  await assert.rejects(writeNewFiles(root, new Map([["a.md", "a"]])), /a\.md is there already/);
  assert.deepEqual(await listFiles(root), ["a.md"]);
});

const names: Readonly<Record<string, string>> = {
  "A River Festival": "a-river-festival",
  "Café “Shànghǎi”: Liverpool’s 3.5 % & more!": "cafe-shanghai-liverpools-3-5-and-more",
  "上海港 2026": "2026",
  "The partnership of the two cities turns twenty-five and looks to the next":
    "the-partnership-of-the-two-cities-turns-twenty-five-and",
  ["a".repeat(120)]: "a".repeat(60),
  ["&".repeat(120)]: "and-and-and-and-and-and-and-and-and-and-and-and-and-and-and",
};

/** What YAML would take for something else. */
const titles = [
  ..."News: the docks·Pier #3·true·null·~·1999·0x1f·2026-12-01·- a list·*bold* & more".split("·"),
  ..."%percent·@home·{braces} [brackets]·! | >·---·key: value # comment·（待译）上海：港口".split(
    "·",
  ),
  "“Quoted”, 'quoted' and \"quoted\" \\ twice",
  `${"Long words ".repeat(9)}to the end`,
];

test("files are named by the title; what it says is read back as it was given", async () => {
  const site = await makeSite({});
  try {
    for (const title of [...Object.keys(names), ...titles]) {
      const given = { title, summary: title, ...(names[title] ? {} : { slug: "x-y" }) };
      const request = { root: site.root, given, ask: undefined };
      const [[path, text] = ["", ""]] = (await newText("news", request, "2026-12-01")).files;
      assert.equal(path, `content/en/news/${names[title] ?? "x-y"}.md`);
      const { entry, problems } = readEntry(contentFile(path, "en", "news/x"), String(text));
      assert.deepEqual(problems, []);
      assert.deepEqual([entry?.title, entry?.summary, entry?.draft], [title, title, true]);
    }
  } finally {
    await site.remove();
  }
});
