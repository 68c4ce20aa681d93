import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { parseRecord } from "../../../scripts/photos/record.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { soundRecord } from "./pictures.ts";

const path = "assets/photos/river.yaml";

function problemsOf(source: string): string[] {
  return (parseRecord(source, path).problems ?? []).map(formatProblem);
}

function line(number: number, text: string): string {
  return soundRecord
    .split("\n")
    .with(number - 1, text)
    .join("\n");
}

test("reads a sound record", () => {
  const { record } = parseRecord(soundRecord, path);
  assert.equal(record?.alt.zh, "河");
  assert.deepEqual(record?.focus, { x: 0.5, y: 0.5 });
});

test("names what is missing, at its place", () => {
  assert.match(
    problemsOf(line(4, ""))[0] ?? "",
    /^\S+:1:1 .*`licence` is missing.*licence: CC0-1\.0/,
  );
  const [caption] = problemsOf(line(2, "caption: { en: The river }"));
  assert.match(caption ?? "", /^assets\/photos\/river\.yaml:2:\d+ .*`caption\.zh` is missing/);
  assert.match(problemsOf("")[0] ?? "", /has no keys/);
  assert.match(problemsOf("just words")[0] ?? "", /river\.yaml:1:1/);
});

test("names an unknown key at its place and the one that may be meant", () => {
  const [problem] = problemsOf(`${soundRecord}captoin: { en: x, zh: y }\n`);
  assert.match(problem ?? "", /^\S+:6:1 .*no key `captoin` — did you mean `caption`\?/);
  const [inner] = problemsOf(line(5, "focus: { x: 0.5, y: 0.5, z: 1 }"));
  assert.match(inner ?? "", /^\S+:5:26 .*no key `z`/);
});

test("refuses a focal point outside the picture and a licence that is prose", () => {
  const [outside] = problemsOf(line(5, "focus: { x: 1.5, y: 0.5 }"));
  assert.match(outside ?? "", /^\S+:5:13 .*`focus\.x` is `1\.5`, which is above 1/);
  const [words] = problemsOf(line(5, "focus: middle"));
  assert.match(words ?? "", /^\S+:5:8 .*`focus` must be a group of keys/);
  const [licence] = problemsOf(line(4, "licence: public domain"));
  assert.match(licence ?? "", /^\S+:4:10 .*`public domain` is not the identifier of a licence/);
});

test("reports all that is wrong at once, and broken YAML at its line", () => {
  assert.equal(problemsOf("alt: { en: A river, zh: 河 }\n").length, 4);
  assert.match(problemsOf(line(4, "licence: [CC0-1.0"))[0] ?? "", /^\S+:[45]:/);
});

test("the records of the site's own photographs are sound", async () => {
  for (const name of ["huangpu-river", "albert-dock"]) {
    const own = `assets/photos/${name}.yaml`;
    const source = await readFile(new URL(`../../../${own}`, import.meta.url), "utf8");
    const { record, problems } = parseRecord(source, own);
    assert.deepEqual(problems, undefined);
    assert.equal(record?.credit.zh, "艺术效果图，为本站制作");
  }
});
