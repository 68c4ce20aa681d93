import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { isDeepStrictEqual } from "node:util";
import { isCollection, isNode, parseDocument } from "yaml";
import type { Field, Keys } from "../../../scripts/edit/api.ts";
import { formOf } from "../../../scripts/edit/form.ts";
import { changeText } from "../../../scripts/edit/values.ts";
import { projectRoot } from "../../support/files.ts";

/** Every text with YAML of the site, and of the fixtures but for the words of the interface, which are much the same. */
const files = ["", "tests/fixtures/site"].flatMap((project) =>
  ["content", "assets/photos"].flatMap((folder) =>
    readdirSync(path.join(projectRoot, project, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .filter((name) => /\.(?:yaml|md)$/.test(name) && !name.endsWith("README.md"))
      .filter((name) => project === "" || !name.includes("/strings/"))
      .map((name) => {
        const text = readFileSync(path.join(projectRoot, project, name), "utf8");
        return { name, text, where: path.posix.join(project, name) };
      }),
  ),
);

const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [field, ...flat(field.fields)]);
const fieldsOf = (name: string, text: string) => flat(formOf(name, text, []).fields ?? []);
const fieldAt = (name: string, text: string, keys: Keys) =>
  fieldsOf(name, text).find((one) => isDeepStrictEqual(one.keys, keys));
const yamlOf = (text: string) => /^---\n((?:.*\n)*?.*)\n---/.exec(text)?.[1] ?? text;

/** The lines of a file before those of a value, and those behind them. */
function around(text: string, keys: Keys): [before: string[], behind: string[]] {
  const yaml = yamlOf(text);
  const { contents } = parseDocument(yaml);
  assert.ok(isCollection(contents));
  const node = contents.getIn(keys, true);
  assert.ok(isNode(node) && node.range);
  const [from, end] = node.range;
  const start = text.indexOf(yaml);
  const lineAt = (offset: number) => text.slice(0, start + offset).split("\n").length - 1;
  const lines = text.split("\n");
  const last = lineAt(from + yaml.slice(from, end).trimEnd().length);
  return [lines.slice(0, lineAt(from)), lines.slice(last + 1)];
}

/** The same text with a remark at the end of its YAML: of such a text nothing is remembered. */
function remarked(text: string): string {
  const remark = "\n# Somebody’s remark";
  if (!text.startsWith("---\n")) return `${text.trimEnd()}${remark}\n`;
  return text.replace(/\n---(?=\n|$)/, `${remark}\n---`);
}

/** `text` changed, which must be possible. */
function change(name: string, text: string, ...what: [Keys, unknown, Keys?]): string {
  const better = changeText(name, text, ...what);
  assert.notEqual(better, undefined, `${name}: ${JSON.stringify(what)}`);
  return better ?? "";
}

/** Other values of the kind that a field has: one letter more, and quite another. */
function others({ kind, value, choices = [] }: Field): unknown[] {
  if (kind === "flag") return [!value];
  if (kind === "number") return [Number(value) + 1];
  if (kind === "choice") return choices.filter((one) => one !== value);
  const text = String(value);
  const middle = Math.floor(text.length / 2);
  return [
    `${text.slice(0, middle)}x${text.slice(middle)}`,
    'Other: it\'s “this”, #1 [of] "two"',
    "改",
  ];
}

for (const { name, text, where } of files) {
  test(`every value of ${where} is changed in its lines alone, and back`, () => {
    for (const { keys, kind, isSet, ...field } of fieldsOf(name, text)) {
      if (!isSet || kind === "group" || kind === "list") continue;
      const value = kind === "number" ? Number(field.value) : field.value;
      const [before, behind] = around(text, keys);
      for (const other of others({ keys, kind, isSet, ...field })) {
        const better = change(name, text, keys, other);
        const lines = better.split("\n");
        assert.deepEqual(lines.slice(0, before.length), before);
        assert.deepEqual(lines.slice(lines.length - behind.length), behind);
        assert.equal(fieldAt(name, better, keys)?.value, kind === "number" ? String(other) : other);
        assert.equal(change(name, better, keys, value), text);
      }
      if (!["text", "long"].includes(kind)) continue;
      const [letter] = others({ keys, kind, isSet, ...field });
      const unknown = remarked(change(name, text, keys, letter));
      assert.equal(change(name, unknown, keys, value), remarked(text));
    }
  });

  test(`keys and items of ${where} are added and taken out, and all is as before`, () => {
    const fields = fieldsOf(name, text);
    const order = fields.filter(({ keys }) => keys.length === 1).map(({ keys }) => keys[0] ?? "");
    for (const { keys, kind, isSet, isRequired, empty, value, fields: items } of fields) {
      if (kind === "list" && isSet) {
        const more = change(name, text, [...keys, items.length], empty);
        const item = [...keys, items.length];
        assert.equal(change(name, more, item, null), text);
        assert.equal(change(name, remarked(more), item, null), remarked(text));
      }
      if (isRequired || kind === "group" || keys.length > 1) continue;
      if (!isSet) {
        const better = change(name, text, keys, kind === "flag" ? true : "2031-01-09", order);
        const added = better.split("\n").filter((line) => !text.split("\n").includes(line));
        assert.deepEqual(added, [`${keys.join()}: ${kind === "flag" ? true : "2031-01-09"}`]);
        assert.equal(change(name, remarked(better), keys, null), remarked(text));
        continue;
      }
      const all = kind === "list" ? parseDocument(yamlOf(text)).toJS()[keys[0] ?? ""] : value;
      const less = change(name, text, keys, null);
      const [before, behind] = around(text, keys);
      const own =
        kind === "list" && text.includes(`${keys.join()}:\n`) ? before.slice(0, -1) : before;
      assert.equal(less, [...own, ...behind].join("\n"));
      assert.equal(change(name, less, keys, all, order), text);
    }
  });
}

/** Hard texts of files with words of the interface, whose keys are free: what one change makes of them. */
const hard: [
  name: string,
  yaml: string,
  change: { keys: Keys; value: unknown },
  better: string | undefined,
][] = [
  ["an empty file", "", { keys: ["a"], value: "x" }, "a: x\n"],
  ["a file of remarks", "# x", { keys: ["a"], value: "x" }, "# x\na: x"],
  ["no line end", "a: x", { keys: ["b"], value: "y" }, "a: x\nb: y"],
  ["no line end, taken out", "a: x\nb: y", { keys: ["b"], value: null }, "a: x"],
  ["blank lines at the end", "a: x\n\n\n", { keys: ["b"], value: "y" }, "a: x\nb: y\n\n\n"],
  ["an empty value", "a:\nb: y\n", { keys: ["a"], value: "x" }, "a: x\nb: y\n"],
  [
    "an empty value and a remark",
    "a: # r\nb: y\n",
    { keys: ["a"], value: "x" },
    "a: x # r\nb: y\n",
  ],
  ["a value that becomes empty", "a: x # r\n", { keys: ["a"], value: "" }, 'a: "" # r\n'],
  ["a remark behind a value", "a: x   # r\n", { keys: ["a"], value: "y" }, "a: y   # r\n"],
  ["odd blanks", "a:   x\nb  : [ c,d ]\n", { keys: ["a"], value: "y" }, "a:   y\nb  : [ c,d ]\n"],
  ["a colon", "a: x\n", { keys: ["a"], value: "x: y" }, 'a: "x: y"\n'],
  ["a hash", "a: x\n", { keys: ["a"], value: "x #1" }, 'a: "x #1"\n'],
  ["a blank at the end", "a: x\n", { keys: ["a"], value: "x " }, 'a: "x "\n'],
  ["what looks like a number", "a: x\n", { keys: ["a"], value: "2000" }, 'a: "2000"\n'],
  ["what looks like a day", "a: x\n", { keys: ["a"], value: "2026-12-05" }, "a: 2026-12-05\n"],
  ["a blank in a block", "a: |\n  x\n", { keys: ["a"], value: " " }, 'a: " "\n'],
  [
    "a blank at the end of a block",
    "a: |\n  x\nb: y\n",
    { keys: ["a"], value: "x " },
    'a: "x "\nb: y\n',
  ],
  ["nothing in a block", "a: |\n  x\nb: y\n", { keys: ["a"], value: "" }, "a: |\nb: y\n"],
  ["what looks like true", "a: x\n", { keys: ["a"], value: "true" }, 'a: "true"\n'],
  ["an asterisk", "a: x\n", { keys: ["a"], value: "*b* c" }, 'a: "*b* c"\n'],
  ["an ampersand", "a: x\n", { keys: ["a"], value: "&b c" }, 'a: "&b c"\n'],
  ["an exclamation mark", "a: x\n", { keys: ["a"], value: "!b" }, 'a: "!b"\n'],
  ["a bracket", "a: x\n", { keys: ["a"], value: "[x]" }, 'a: "[x]"\n'],
  ["an apostrophe", "a: 'it''s'\n", { keys: ["a"], value: "it's John's" }, "a: 'it''s John''s'\n"],
  ["marks", 'a: "\\"x\\" y"\n', { keys: ["a"], value: '"x" "y"' }, 'a: "\\"x\\" \\"y\\""\n'],
  ["an escape", 'a: "\\u4e2d x"\n', { keys: ["a"], value: "中 y" }, 'a: "中 y"\n'],
  ["an emoji", "a: ship 🚢\n", { keys: ["a"], value: "ship 🚣" }, "a: ship 🚣\n"],
  ["full width", "a: 甲：乙，丙\n", { keys: ["a"], value: "甲：丁，丙" }, "a: 甲：丁，丙\n"],
  ["a key in marks", '"a": x\n', { keys: ["a"], value: "y" }, '"a": y\n'],
  [
    "a text folded by hand",
    "a: >-\n    one two\n    three four\n    five\nb: x\n",
    { keys: ["a"], value: "one two three and four five" },
    "a: >-\n    one two\n    three and four\n    five\nb: x\n",
  ],
  [
    "a plain text of two lines",
    "a: one\n  two # r\n",
    { keys: ["a"], value: "one, two" },
    "a: one,\n  two # r\n",
  ],
  [
    "a paragraph in a block",
    "a: |\n  one\n\n  two\nb: x\n",
    { keys: ["a"], value: "one\n\nnew\n\ntwo\n" },
    "a: |\n  one\n\n  new\n\n  two\nb: x\n",
  ],
  [
    "code in a block",
    "a: |\n  one\n\n      code\n\n  two\n",
    { keys: ["a"], value: "one\n\n    codes\n\ntwo\n" },
    "a: |\n  one\n\n      codes\n\n  two\n",
  ],
  ["no line end typed", "a: |\n  one\n", { keys: ["a"], value: "one two" }, "a: |-\n  one two\n"],
  [
    "line ends in a line",
    "a: x\nb: y\n",
    { keys: ["a"], value: "x\nz" },
    "a: |-\n  x\n  z\nb: y\n",
  ],
  [
    "several blank lines elsewhere",
    "a:\n  b: x\n\n\n\n# r\nc:\n  d: y\n",
    { keys: ["a", "e"], value: "z" },
    "a:\n  b: x\n  e: z\n\n\n\n# r\nc:\n  d: y\n",
  ],
  [
    "remarks behind keys, and blank lines below them",
    "\n# r\n\na: # of a\n\n  # of b\n  b: x\nc: # of c\n",
    { keys: ["a", "d"], value: "y" },
    "\n# r\n\na: # of a\n\n  # of b\n  b: x\n  d: y\nc: # of c\n",
  ],
  [
    "deep indentation",
    "a:\n    b:\n        c: x\n",
    { keys: ["a", "b", "d"], value: "y" },
    "a:\n    b:\n        c: x\n        d: y\n",
  ],
  [
    "a mapping in braces",
    "a: {b: x,  c: y} # r\nd: { e: z }\n",
    { keys: ["a", "c"], value: "z, z" },
    'a: {b: x,  c: "z, z"} # r\nd: { e: z }\n',
  ],
  ["a key in braces", "a: {b: x} # r\n", { keys: ["a", "c"], value: "y" }, "a: {b: x, c: y} # r\n"],
  ["the last in braces", "a: { b: x }\n", { keys: ["a", "b"], value: null }, "a: {}\n"],
  ["the last of a group", "a:\n  b: x\nc: y\n", { keys: ["a", "b"], value: null }, undefined],
  [
    "a remark above what is taken out",
    "a: x\n# of b\nb: y\nc: z\n",
    { keys: ["b"], value: null },
    "a: x\n# of b\nc: z\n",
  ],
  ["a remark below", "a: x\n# r\n", { keys: ["b"], value: "y" }, "a: x\nb: y\n# r\n"],
  ["a key that is there twice", "a: x\na: y\n", { keys: ["a"], value: "z" }, undefined],
  ["one of two taken out", "a: x\na: y\n", { keys: ["a"], value: null }, undefined],
  ["a text where a group is wanted", "a: x\n", { keys: ["a", "b"], value: "y" }, undefined],
  ["what is not there", "a: x\n", { keys: ["b", "c"], value: null }, undefined],
  ["the prototype", "a: x\n", { keys: ["__proto__", "b"], value: "y" }, undefined],
  ["an anchor", "a: &b x\nc: *b\n", { keys: ["a"], value: "y" }, undefined],
  ["two documents", "a: x\n---\nb: y\n", { keys: ["a"], value: "y" }, undefined],
];

for (const [name, yaml, { keys, value }, better] of hard) {
  test(`YAML with ${name} is changed as a person would, and back`, () => {
    const file = "content/_data/strings/en.yaml";
    const changed = changeText(file, yaml, keys, value);
    assert.equal(changed, better);
    const old = fieldAt(file, yaml, keys)?.value ?? null;
    if (changed === undefined || old === "") return;
    assert.equal(changeText(file, changed, keys, old), yaml);
  });
}

test("whatever is typed, letter by letter, leaves all else of a file alone, and is taken back", () => {
  const all = [
    "So it is: yes, and *more* # no",
    " x ",
    'it\'s "so"',
    "---\n- a\n",
    "|",
    ">- x",
    "2000",
  ];
  const ends = files.filter(({ name }) => /\/(?:en|zh)\/index\.md$/.test(name));
  assert.notEqual(ends.length, 0);
  for (const { name, text } of ends) {
    const rest = (one: string, keys: Keys) =>
      fieldsOf(name, one).filter(
        (field) => field.fields.length === 0 && `${field.keys}` !== `${keys}`,
      );
    for (const { keys, kind, value } of fieldsOf(name, text)) {
      if (!["text", "long"].includes(kind) || value === "") continue;
      for (const words of all) {
        let now = text;
        for (const [at] of [...words].entries()) {
          now = change(name, now, keys, words.slice(0, at + 1));
          assert.deepEqual(rest(now, keys), rest(text, keys));
        }
        assert.equal(now.slice(now.indexOf("\n---\n")), text.slice(text.indexOf("\n---\n")));
        assert.equal(change(name, now, keys, value), text);
      }
    }
  }
});
