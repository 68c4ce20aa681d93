import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import test, { after } from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import { readArguments } from "../../../scripts/new/arguments.ts";
import type { TextKind } from "../../../scripts/new/fields.ts";
import { newPhoto, newText, writeNewFiles } from "../../../scripts/new/new.ts";
import { parseRecord } from "../../../scripts/photos/record.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { ContentFailure, EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { listFiles } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";
import { makeSite } from "../content/make-site.ts";
import { noise, soundRecord } from "../photos/pictures.ts";

type Changes = Parameters<typeof makeSite>[0];

const scratch = mkdtempSync(join(tmpdir(), "new-"));
after(() => rm(scratch, { recursive: true }));
const folder = () => mkdtemp(join(scratch, "root-"));

async function made(
  kind: TextKind,
  given: Record<string, string | undefined>,
  changes: Changes = {},
) {
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

test("an event is asked for time and city; what a translator has to look at is marked", async () => {
  const said = { start: "2026-12-05 19:00", city: "liverpool", venue: "The Bluecoat", price: "£5" };
  const when = "start: 2026-12-05 19:00\ncity: liverpool";
  assert.deepEqual(Object.fromEntries(await made("event", { title: "River Evening", ...said })), {
    "content/en/events/river-evening.md": `---\ntitle: River Evening\nsummary: (to be written)\ndate: 2026-11-23\n${when}\nvenue: The Bluecoat\nprice: £5\ndraft: true\n---\n\n`,
    "content/zh/events/river-evening.md": `---\ntitle: （待译）River Evening\nsummary: （待译）\ndate: 2026-11-23\n${when}\nvenue: （待译）The Bluecoat\nprice: £5\ndraft: true\n---\n\n`,
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
  files: Record<string, Uint8Array | string>,
  said: Record<string, string | undefined>,
) {
  const root = await folder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  const from = join(root, "from");
  const request = { root, given: { ...given, ...said }, ask: undefined };
  return (await newPhoto(request, from)).files;
}

test("a picture is copied under a good name, with a record that reads as it was said", async () => {
  const picture = await noise(40, 30).png().toBuffer();
  const files = await make({ "from/IMG 12 (É).JPG": picture }, { file: "IMG 12 (É).JPG" });
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

test("a picture that is in the folder already gets its record beside it", async () => {
  const path = "assets/photos/2026/Dock.JPG";
  const files = await make({ [path]: await jpeg() }, { file: `../${path}` });
  assert.deepEqual([...files.keys()], ["assets/photos/2026/Dock.yaml"]);
});

test("a picture that cannot be used is refused with the words of the check", async () => {
  const whole = await jpeg();
  const cut = whole.subarray(0, whole.length / 2);
  await assert.rejects(make({ "from/a.jpg": cut }, { file: "a.jpg" }), (error) => {
    assert.ok(error instanceof ContentFailure);
    assert.deepEqual(error.problems.map(formatProblem), [
      "a.jpg:1:1  a.jpg is a damaged or truncated JPEG: a part of the picture cannot be read — copy or export the photograph again",
    ]);
    return true;
  });
});

test("all files are written, and their folders", async () => {
  const root = await folder();
  const files = { "a/b.md": "b", "c.bin": Buffer.from([0, 255]) };
  await writeNewFiles(root, new Map<string, string | Uint8Array>(Object.entries(files)));
  assert.equal(await readFile(join(root, "a/b.md"), "utf8"), "b");
  assert.deepEqual(await readFile(join(root, "c.bin")), Buffer.from([0, 255]));
});

test("where one is there, it stays as it is and none of the others is left", async () => {
  const root = await folder();
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

test("a link that leads nowhere is there too", async () => {
  const root = await folder();
  await symlink(join(root, "elsewhere.md"), join(root, "a.md"));
  await assert.rejects(writeNewFiles(root, new Map([["a.md", "a"]])), /a\.md is there already/);
  assert.deepEqual(await listFiles(root), ["a.md"]);
});

const old = "---\ntitle: About us\nsummary: S\naliases: [/Harbour/]\n---\n";

/** What is said of a text that cannot be made. */
function refused(input: string): Promise<string> {
  const { kind, given } = readArguments(input.split(" | "));
  const making = made(kind as TextKind, { ...given }, { "content/en/about.md": old });
  return making.then(() => assert.fail("it was made"), told);
}

/** What is said of a photograph, where others have the names of two. */
async function refusedPhoto(input: string): Promise<string> {
  const files = {
    "from/a.jpg": await jpeg(),
    "assets/photos/A.png": soundRecord,
    "assets/photos/dock.yaml": soundRecord,
  };
  const { given } = readArguments(["photo", ...input.split(" | ")]);
  return make(files, { ...given }).then(() => assert.fail("it was made"), told);
}

function told(error: unknown): string {
  if (error instanceof EnvironmentFailure) return error.message;
  throw error;
}

/** The name of the file that a title gets. */
async function nameOf(title: string): Promise<string> {
  return basename((await readBack({ title, summary: title })).file, ".md");
}

/** Makes an article and reads what stands in its file. */
async function readBack(given: Record<string, string>): Promise<{ file: string }> {
  const [[file, text] = ["", ""]] = await made("news", given);
  const { entry, problems } = readEntry(contentFile(file, "en", "news/x"), String(text));
  assert.deepEqual(problems, []);
  const { title, summary } = given;
  assert.deepEqual([entry?.title, entry?.summary, entry?.draft], [title, summary, true]);
  return { file };
}

testTable("new", {
  refused,
  "a photograph is refused": refusedPhoto,
  "the name of the file": nameOf,
  "is read back as it was given": async (title) => {
    await readBack({ title, summary: title, slug: "x-y" });
    return undefined;
  },
});
