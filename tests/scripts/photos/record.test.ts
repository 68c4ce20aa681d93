import assert from "node:assert/strict";
import test from "node:test";
import { parseRecord } from "../../../scripts/photos/record.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { soundRecord } from "./pictures.ts";

test("reads a sound record", () => {
  const { record } = parseRecord(soundRecord, "a.yaml");
  assert.equal(record?.alt.zh, "河");
  assert.deepEqual(record?.focus, { x: 0.5, y: 0.5 });
});

const wrong: [line: number, text: string, said: RegExp][] = [
  [4, "", /^a\.yaml:1:1 .*`licence` is missing.*licence: CC0-1\.0/],
  [2, "caption: { en: The river }", /^a\.yaml:2:\d+ .*`caption\.zh` is missing/],
  [6, "captoin: { en: x, zh: y }", /:6:1 .*no key `captoin` — did you mean `caption`\?/],
  [5, "focus: { x: 0.5, y: 0.5, z: 1 }", /:5:26 .*no key `z`/],
  [5, "focus: { x: 1.5, y: 0.5 }", /:5:13 .*`focus\.x` is `1\.5`, which is above 1/],
  [5, "focus: middle", /:5:8 .*`focus` must be a group of keys/],
  [4, "licence: public domain", /:4:10 .*`public domain` is not the identifier of a licence/],
  [4, "licence: [CC0-1.0", /:[45]:/],
];

test("tells what is wrong at its place, and all of it at once", () => {
  const told = (text: string) => (parseRecord(text, "a.yaml").problems ?? []).map(formatProblem);
  for (const [line, text, said] of wrong) {
    const lines = soundRecord.split("\n").with(line - 1, text);
    assert.match(told(lines.join("\n"))[0] ?? "", said);
  }
  assert.match(told("")[0] ?? "", /has no keys/);
  assert.match(told("just words")[0] ?? "", /^a\.yaml:1:1/);
  assert.equal(told("alt: { en: A river, zh: 河 }\n").length, 4);
});
