import assert from "node:assert/strict";
import test from "node:test";
import { checkSecurity, readFacts } from "../../../scripts/content/facts.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { brief } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";
import { smallest } from "./make-site.ts";

const data = "content/_data/";

/** What is said about the smallest facts with these texts among them. */
const problemsOf = (texts: Readonly<Record<string, string>>) =>
  readFacts(new Map(Object.entries({ ...smallest, ...texts }))).problems;

testTable("facts", {
  "a line in place of its like in site.yaml": (line) => {
    const path = `${data}site.yaml`;
    const [key = ""] = /^ *\w+:/.exec(line) ?? [];
    const text = (smallest[path] ?? "").replace(new RegExp(`^${key}.*$`, "m"), line);
    return problemsOf({ [path]: text }).map(brief);
  },
  "words of the interface, English and Chinese": (words) => {
    const folder = `${data}strings/`;
    const [en = "", zh = ""] = words.split("---\n");
    const problems = problemsOf({ [`${folder}en.yaml`]: en, [`${folder}zh.yaml`]: zh });
    return problems.map((problem) => formatProblem(problem).slice(folder.length));
  },
});

test("facts that are in order come as they are written", () => {
  const { facts, problems } = readFacts(new Map(Object.entries(smallest)));
  assert.deepEqual(problems, []);
  assert.deepEqual(facts?.navigation, [{ page: "index", label: { en: "Welcome", zh: "欢迎" } }]);
  assert.equal(facts?.site.cities.shanghai.timeZone, "Asia/Shanghai");
});

test("a list of tags may be missing, or hold none", () => {
  const path = `${data}tags.yaml`;
  for (const texts of [{}, { [path]: "" }, { [path]: "# None yet\n" }, { [path]: "{}" }]) {
    const { facts } = readFacts(new Map(Object.entries({ ...smallest, ...texts })));
    assert.deepEqual(facts?.tags, {});
  }
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
