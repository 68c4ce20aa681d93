import assert from "node:assert/strict";
import test from "node:test";
import { readFacts } from "../../../scripts/content/facts.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { smallest } from "./make-site.ts";

const folder = "content/_data/strings/";

function told(en: string, zh: string): string[] {
  const texts = new Map(
    Object.entries({ ...smallest, [`${folder}en.yaml`]: en, [`${folder}zh.yaml`]: zh }),
  );
  return readFacts(texts).problems.map((problem) => formatProblem(problem).slice(folder.length));
}

const other = "content/_data/strings/en.yaml";

test("the same keys in both languages", () => {
  assert.deepEqual(told("a:\n  one: One\n  two: Two\n", "a:\n  one: 一\n"), [
    `zh.yaml:1:1  \`a.two\` is missing, which ${other} has — add the key here and give it its words in Chinese`,
  ]);
  assert.deepEqual(told("a: A word\n", "a: 字\nb: 词\n"), [
    `zh.yaml:2:1  \`b\` is not in ${other} — delete it, or add it there too`,
  ]);
  assert.deepEqual(told("older: Older\n", "odler: 较早\n"), [
    `zh.yaml:1:1  \`odler\` is not in ${other} — did you mean \`older\`?`,
    `zh.yaml:1:1  \`older\` is missing, which ${other} has — add the key here and give it its words in Chinese`,
  ]);
  assert.deepEqual(told("a: { b: Word }\n", "a: 字\n"), [
    `zh.yaml:1:1  \`a\` is missing, which ${other} has — add the key here and give it its words in Chinese`,
  ]);
});

test("no words left in English, but abbreviations and the names of languages", () => {
  assert.deepEqual(told("a: Older news\n", "a: Older news\n"), [
    "zh.yaml:1:4  `a` is still in English: “Older news” — translate it into Chinese",
  ]);
  const same = 'a: RSS\nb: English\nc: "{from} – {to}"\nd: "UTC+8"\ne: 中文\n';
  assert.deepEqual(told(same, same), []);
});

test("the same braces in both languages", () => {
  assert.deepEqual(told("a: Page {number} of {count}\n", "a: 第 {页} 页，共 {count} 页\n"), [
    `zh.yaml:1:4  \`a\` must hold \`{count}\` and \`{number}\`, as in ${other} — write the words in braces exactly as they stand there, untranslated`,
  ]);
  assert.deepEqual(told("a: Plain\n", "a: 第 {number} 页\n"), [
    `zh.yaml:1:4  \`a\` must hold no braces, as in ${other} — write the words in braces exactly as they stand there, untranslated`,
  ]);
});

test("values are texts and keys are names", () => {
  assert.deepEqual(told('a: ""\n', "a: 字\n"), [
    "en.yaml:1:4  `a` has no value — write one, like `a: News`",
  ]);
  assert.deepEqual(told("a: 5\n", "a: 字\n"), [
    'en.yaml:1:4  `a` must be text, and `5` without quotation marks is not — put it in quotation marks: `a: "5"`',
  ]);
  assert.deepEqual(told("a: { b: [x] }\n", "a: { b: 字 }\n"), [
    "en.yaml:1:9  `a.b` must be text, and `[x]` stands here — write it like `b: …`",
  ]);
  assert.deepEqual(told("skip to: X y\n", "a: 字\n"), [
    "en.yaml:1:1  `skip to` is not a key for words of the interface — write letters a–z and digits alone, beginning with a small letter",
  ]);
});
