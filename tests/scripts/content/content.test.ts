import assert from "node:assert/strict";
import test from "node:test";
import { type CheckedContent, checkContent } from "../../../scripts/content/content.ts";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import { random } from "../../../scripts/lib/lists.ts";
import type { Problem } from "../../../scripts/problems/problem.ts";
import { checkText } from "../../../scripts/problems/text.ts";
import { brief } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";
import { type Changes, makeSite, smallest, told } from "./make-site.ts";

async function read(changes: Changes): Promise<CheckedContent> {
  const site = await makeSite(changes);
  try {
    return await checkContent(site.root);
  } finally {
    await site.remove();
  }
}

const article = smallest["content/en/news/x.md"] ?? "";

test("the smallest content is in order and comes complete, in order of the files", async () => {
  const { entries, incomplete, facts, problems } = await read({});
  assert.deepEqual(problems, []);
  assert.deepEqual(incomplete, []);
  assert.equal(facts?.strings.zh.news instanceof Object, true);
  const sources = entries.map(({ source }) => source);
  assert.equal(sources.length, 10);
  assert.deepEqual(sources, [...sources].sort());
});

test("a byte order mark and the line ends of Windows are accepted, and move nothing", async () => {
  const windows = `\ufeff${article.replaceAll("\n", "\r\n")}`;
  const { entries, problems } = await read({ "content/en/news/x.md": windows });
  assert.deepEqual(problems, []);
  assert.equal(entries.find(({ key }) => key === "news/x")?.bodyLine, 6);
  assert.deepEqual(await told({ "content/en/news/x.md": windows.replace("summary", "sumary") }), [
    "content/en/news/x.md:3:1  an article has no key `sumary` — did you mean `summary`?",
  ]);
});

/** What is said of the article with `bytes` behind its text, which is line 6. */
async function readBytes(bytes: Uint8Array): Promise<string[]> {
  const content = Buffer.concat([Buffer.from(article), bytes]);
  return (await read({ "content/en/news/x.md": content })).problems.map(brief);
}

testTable("characters", {
  "text behind an article": (text) => readBytes(Buffer.from(text)),
  "bytes behind an article": (bytes) => readBytes(Buffer.from(bytes, "latin1")),
});

test("UTF-16 is told with its mark and without, whichever end comes first", async () => {
  const marked = Buffer.from(`\ufeff${article}`, "utf16le");
  for (const content of [marked.subarray(2), Buffer.from(marked).swap16()]) {
    const { problems } = await read({ "content/en/news/x.md": content });
    assert.deepEqual(problems.map(brief), ["1:1 utf-16"]);
  }
});

test("a file whose front matter has an error keeps its address", async () => {
  const { entries, incomplete } = await read({
    "content/en/news/x.md": "---\ntitle: T\n---\n\nText\n",
  });
  assert.deepEqual(incomplete, [
    {
      source: "content/en/news/x.md",
      language: "en",
      kind: "article",
      key: "news/x",
      address: "/news/x/",
      bodyLine: 4,
    },
  ]);
  assert.equal(entries.length, 9);
});

const snippets =
  "---\n¦\n¦: ¦- ¦[¦]¦{¦}¦\"¦'¦|¦>¦#¦&a ¦*a¦!!js ¦\t¦  ¦\0¦\r¦\ufeff¦：¦上海¦<<: ¦? ¦%YAML 1.1\n¦__proto__: ¦~".split(
    "¦",
  );

const original =
  "---\ntitle: T\nsummary: >-\n  S\n  S\ndate: 2026-11-23T18:00+08:00\nphoto:\n  src: a.jpg\n" +
  '  alt: "A"\naliases:\n  - /a/\n  - /b/\ndraft: true\n---\n\nText\n';

const event =
  "---\ntitle: T\nsummary: S\ndate: 2026-11-23\nupdated: 2026-11-28\nstart: 2026-12-05 19:00\n" +
  "end: 2026-12-05 21:30\ncity: liverpool\nprice: £5\nstatus: moved\n---\n\nText\n";

for (const [key, text] of [
  ["news/x", original],
  ["events/x", event],
  ["index", smallest["content/en/index.md"] ?? ""],
] as const) {
  test(`3,000 damaged copies of ${key} are read or refused, each at a place in the file`, () => {
    const next = random(20261123);
    const pick = (length: number): number => Math.floor(next() * length);
    let refused = 0;
    for (let round = 0; round < 3000; round++) {
      let bytes = Buffer.from(text);
      for (let count = pick(3); count >= 0; count--) {
        const at = pick(bytes.length);
        const end = at + pick(8);
        const lines = bytes.toString("latin1").split("\n");
        const insert = Buffer.from(snippets[pick(snippets.length)] ?? "");
        const kind = pick(4);
        if (kind === 0) bytes[at] = pick(256);
        else if (kind === 1)
          bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at)]);
        else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
        else {
          lines.splice(pick(lines.length), pick(2), lines[pick(lines.length)] ?? "");
          bytes = Buffer.from(lines.join("\n"), "latin1");
        }
      }
      const problems = readMutated(key, bytes);
      if (problems.length > 0) refused++;
      const last = bytes.toString("latin1").split(/\r\n?|\n/).length;
      for (const { line, column, message, remedy } of problems) {
        assert.ok(line >= 1 && line <= last && column >= 1, `${line}:${column}`);
        assert.doesNotMatch(message + remedy, /\n|undefined|NaN|\[object/);
      }
    }
    assert.ok(refused > 1000 && refused < 3000);
  });
}

function readMutated(key: string, bytes: Buffer): Problem[] {
  const path = `content/en/${key}.md`;
  const { text, problems: inText } = checkText(path, bytes);
  if (text === undefined) return inText;
  const { entry, problems } = readEntry(contentFile(path, "en", key), text);
  assert.equal(entry === undefined, problems.length > 0);
  return [...inText, ...problems];
}
