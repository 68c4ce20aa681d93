import assert from "node:assert/strict";
import test from "node:test";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { parseYaml, type YamlSource } from "../../../scripts/problems/yaml.ts";
import { testTable } from "../../support/tables.ts";

function parse(text: string, options: Partial<YamlSource> = {}) {
  return parseYaml({ path: "a.yaml", text, firstLine: 1, ...options });
}

test("every value is found with the places of its key and of itself", () => {
  const yaml = parse('a: 1\nb:\n  - c: "x"\n  - d: |\n\n      first\n      second\n', {
    firstLine: 10,
  });
  assert.deepEqual(yaml.problems, []);
  assert.deepEqual(yaml.data, { a: 1, b: [{ c: "x" }, { d: "\nfirst\nsecond\n" }] });
  assert.deepEqual(yaml.find(["b", 0, "c"]), {
    key: { line: 12, column: 5 },
    value: { line: 12, column: 8 },
    written: '"x"',
    text: "x",
    textStart: { line: 12, column: 9 },
    aligned: true,
  });
  assert.deepEqual(yaml.find(["b", 1])?.key, { line: 13, column: 5 });
  assert.deepEqual(yaml.find(["b", 1, "d"])?.textStart, { line: 14, column: 1 });
  assert.equal(yaml.find(["b", 2]), undefined);
  assert.equal(yaml.find(["a", "b"]), undefined);
  assert.deepEqual(parse("t: |\n  one\n").find(["t"])?.textStart, { line: 2, column: 3 });
});

test("keys that are wanted as text are what was typed", () => {
  const options = { asText: ["date", "stamp"] };
  assert.deepEqual(parse("date: 20260705\nstamp: 1e234567\nother: 07\n", options).data, {
    date: "20260705",
    stamp: "1e234567",
    other: 7,
  });
});

test("a bomb of brackets, dashes or aliases is refused at once", () => {
  for (const bomb of ["[".repeat(100_000), "- ".repeat(50_000), "{a: ".repeat(25_000)]) {
    assert.equal(parse(bomb).problems[0]?.rule, "yaml-depth");
    assert.equal(parse(bomb).data, undefined);
  }
  const billion = `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n${"d: *c\n".repeat(1000)}`;
  const { data, problems } = parse(billion);
  assert.equal(data, undefined);
  assert.deepEqual(problems.map(formatProblem), [
    'a.yaml:1:4  a value may not begin with `&` — put the value in quotation marks: `a: "&a [x, x]"`',
  ]);
});

test("of signs that mean something else the first of each line is told", () => {
  const { problems } = parse("a: *new* hours *now*\nb: c\nd: !tag e\n");
  assert.deepEqual(
    problems.map(({ rule, line, column }) => [rule, line, column]),
    [
      ["yaml-sign", 1, 4],
      ["yaml-sign", 3, 4],
    ],
  );
});

test("no key reaches a prototype", () => {
  const { data, problems } = parse("a:\n  __proto__: { evil: 1 }\n  constructor: 1\n  b: 2\n");
  assert.deepEqual(
    problems.map(({ rule, line, column }) => [rule, line, column]),
    [
      ["forbidden-key", 2, 3],
      ["forbidden-key", 3, 3],
    ],
  );
  assert.deepEqual(data, { a: { b: 2 } });
  assert.equal(({} as Record<string, unknown>).evil, undefined);
});

test("comments may follow values, except where they would be lost text", () => {
  assert.deepEqual(parse("a: x # note\n").data, { a: "x" });
  const strict = { commentsAfterText: false };
  assert.equal(parse("a: Pier #3 # note\n", strict).problems[0]?.rule, "yaml-hash");
  assert.deepEqual(
    parse('# note\na: "x" # note\nb: true # note\nc: Pier#3\n', strict).problems,
    [],
  );
});

test("a merge key is a key like any other, and a second document is refused", () => {
  assert.deepEqual(parse("<<: { a: 1 }\nb: 2\n").data, { "<<": { a: 1 }, b: 2 });
  const { problems } = parse("a: 1\n...\nb: 2\n");
  assert.deepEqual([problems[0]?.rule, problems[0]?.line], ["yaml-line", 2]);
});

/** What people write, with what they are told done to it. */
const mended = (list: boolean) => (written: string) => {
  const lines = written.split("\n");
  for (const { line, rule, remedy } of parse(`${written}\n`, { list }).problems) {
    const old = lines[line - 1] ?? "";
    const [, quoted] = /`(.+)`/.exec(remedy) ?? [];
    const count = Number(/(\d) spaces?$/.exec(remedy)?.[1] ?? 0);
    if (rule === "yaml-tab") lines[line - 1] = old.replace(/\t+/, " ".repeat(count));
    else lines[line - 1] = quoted ?? " ".repeat(count) + old.trimStart();
  }
  assert.deepEqual(parse(`${lines.join("\n")}\n`, { list }).problems, []);
  return lines;
};

testTable("yaml-slips", {
  "a list in which what is said is done once": mended(true),
  "keys in which what is said is done once": mended(false),
});
