import assert from "node:assert/strict";
import test from "node:test";
import { checkSecurity, readFacts } from "../../../scripts/content/facts.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { brief } from "../../support/files.ts";
import { smallest } from "./make-site.ts";

const data = "content/_data/";

/** What is said about the smallest facts after one replacement in one file. */
function changed(name: string, from: string | RegExp, to: string): string[] {
  const texts = new Map(Object.entries(smallest).filter(([path]) => path.startsWith(data)));
  const path = `${data}${name}.yaml`;
  const before = texts.get(path) ?? "";
  assert.match(before, from instanceof RegExp ? from : new RegExp(from.replace(/[{[|]/g, "\\$&")));
  texts.set(path, before.replace(from, to));
  const { facts, problems } = readFacts(texts);
  assert.equal(facts === undefined, problems.length > 0);
  assert.ok(problems.every((problem) => problem.path === path));
  return problems.map(brief);
}

for (const wrong of [
  "http://www.example.org",
  "https://www.example.org/",
  "https://www.example.org/a",
  "https://WWW.example.org",
  "https://localhost",
  "https://127.0.0.1",
  "www.example.org",
]) {
  test(`the origin ${wrong}`, () => {
    assert.deepEqual(changed("site", "https://www.example.org", wrong), [
      "1:9 origin-form https:// origin: https://www.l-s-p.org.uk",
    ]);
  });
}

const zone = "14:15 time-zone-name Europe/London";
const telephone = '5:14 telephone-form telephone: "01824 8269 2744"';
const when = '1:9 when-form when: "2000" when: "1999-10-18"';

for (const [name, from, to, expected] of [
  ["site", "a@example.org", "example.org", "6:10 email-form getintouch@l-s-p.org.uk"],
  ["site", '"0123 456"', "ask us", telephone],
  ["site", "Europe/London", "London", zone],
  ["site", "latitude: 53.4", "latitude: 534", "12:15 out-of-range"],
  ["site", "latitude: 53.4", 'latitude: "53.4"', "12:15 wrong-type latitude: 53.4047"],
  ["site", "{ en: N, zh: 名 }", "{ en: N }", '2:1 missing-key zh: "利物浦—上海友好城市"'],
  ["site", "2099-12-31", "2099-02-30", "22:22 expires-form expires: 2027-10-31"],
  ["timeline", '"1999"', "1999", '1:9 unquoted-text when: "1999"'],
  ["timeline", '"1999"', '"October 1999"', when],
  ["navigation", "page: index", "pgae: index", "1:3 misspelt-key page"],
  ["navigation", /[\s\S]+/, "", "1:1 facts-empty"],
  ["navigation", /[\s\S]+/, "page: index\n", "1:1 yaml-no-dash - page: index"],
] as const) {
  test(`${name}.yaml with ${to || "nothing in it"}`, () => {
    assert.deepEqual(changed(name, from, to), [expected]);
  });
}

test("facts that are in order come as they are written", () => {
  const { facts, problems } = readFacts(new Map(Object.entries(smallest)));
  assert.deepEqual(problems, []);
  assert.deepEqual(facts?.navigation, [{ page: "index", label: { en: "Welcome", zh: "欢迎" } }]);
  assert.equal(facts?.site.cities.shanghai.timeZone, "Asia/Shanghai");
});

const expires = { year: 2027, month: 10, day: 31 };
const place = { path: "content/_data/site.yaml", line: 34, column: 12 };
/** The first instant after it holds. */
const end = Date.UTC(2027, 10, 1);
const days = 86_400_000;

const rulesAt = (now: number) => checkSecurity({ expires, place }, now).map(({ rule }) => rule);

test("with 30 days to run nothing is said, and a moment later it is", () => {
  assert.deepEqual(rulesAt(end - 30 * days), []);
  assert.deepEqual(rulesAt(end - 30 * days + 1), ["security-expires-soon"]);
});

test("it holds to the end of its day, in UTC", () => {
  assert.deepEqual(rulesAt(end - 1), ["security-expires-soon"]);
  assert.deepEqual(rulesAt(end), ["security-expired"]);
});

test("the warning stands where the day is written", () => {
  const [{ path, line, column, severity } = {}] = checkSecurity({ expires, place }, end);
  assert.deepEqual({ path, line, column, severity }, { ...place, severity: "warning" });
});

const folder = `${data}strings/`;

/** What is said about these words of the interface. */
function told(en: string, zh: string): string[] {
  const texts = new Map(
    Object.entries({ ...smallest, [`${folder}en.yaml`]: en, [`${folder}zh.yaml`]: zh }),
  );
  return readFacts(texts).problems.map((problem) => formatProblem(problem).slice(folder.length));
}

const other = `${folder}en.yaml`;

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
