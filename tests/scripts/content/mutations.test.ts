import assert from "node:assert/strict";
import test from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import { random } from "../../../scripts/lib/lists.ts";
import type { Problem } from "../../../scripts/problems/problem.ts";
import { checkCharacters, decodeText } from "../../../scripts/problems/text.ts";
import { smallest } from "./make-site.ts";

const snippets =
  "---\n¦\n¦: ¦- ¦[¦]¦{¦}¦\"¦'¦|¦>¦#¦&a ¦*a¦!!js ¦\t¦  ¦\0¦\r¦\ufeff¦：¦上海¦<<: ¦? ¦%YAML 1.1\n¦__proto__: ¦~".split(
    "¦",
  );

const original =
  "---\ntitle: T\nsummary: >-\n  S\n  S\ndate: 2026-11-23T18:00+08:00\nphoto:\n  src: a.jpg\n" +
  '  alt: "A"\naliases:\n  - /a/\n  - /b/\ndraft: true\n---\n\nText\n';

for (const [key, text] of [
  ["news/x", original],
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
      const problems = read(key, bytes);
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

function read(key: string, bytes: Buffer): Problem[] {
  const path = `content/en/${key}.md`;
  const decoded = decodeText(path, bytes);
  if ("problem" in decoded) return [decoded.problem];
  const { entry, problems } = readEntry(contentFile(path, "en", key), decoded.text);
  assert.equal(entry === undefined, problems.length > 0);
  return [...checkCharacters(path, decoded.text), ...problems];
}
