import assert from "node:assert/strict";
import test from "node:test";
import type { Field } from "../../../scripts/edit/api.ts";
import { formOf } from "../../../scripts/edit/form.ts";

const article = "content/en/news/river.md";
const matter = (...lines: string[]) => ["---", ...lines, "---", "Text", ""].join("\n");
const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [field, ...flat(field.fields)]);

/** The fields of a text, by their keys with a dot between. */
function fieldsOf(file: string, text: string) {
  const { fields = [] } = formOf(file, text, ["culture", "heritage"]);
  return new Map(flat(fields).map((field) => [field.keys.join("."), field]));
}

test("an article has the fields of its schema, in its order, and whatever else stands there", () => {
  const text = matter("date: 2026-11-23", "title: The river # its name", "tags: [culture]", "x: y");
  const fields = fieldsOf(article, text);
  const kinds = [...fields].map(([keys, { kind, value, isSet, isRequired }]) =>
    [keys, kind, value, isSet ? "set" : "", isRequired ? "required" : ""].join(" ").trimEnd(),
  );
  assert.deepEqual(kinds, [
    "title text The river set required",
    "summary long   required",
    "date text 2026-11-23 set required",
    "archive flag false",
    "tags list  set",
    "tags.0 text culture set",
    "author text",
    "translator text",
    "photo photo",
    "updated text",
    "draft flag false",
    "aliases list",
    "x text y set",
  ]);
  assert.deepEqual(fields.get("tags.0")?.choices, ["culture", "heritage"]);
  assert.equal(fields.get("title")?.description, "Title of the page");
  assert.equal(fields.get("date")?.example, "2026-11-23");
  assert.equal(formOf(article, text, []).bodyLine, 7);
});

test("an event has times, choices and a flag as they are written", () => {
  const text = matter("start: 2026-12-05 19:00", "city: shanghai", "online: true", "price: 5");
  const fields = fieldsOf("content/zh/events/river.md", text);
  const written = ["start", "city", "online", "price", "status"].map((key) => {
    const { kind, value, choices = [] } = fields.get(key) as Field;
    return `${key} ${kind} ${value} ${choices.join()}`.trimEnd();
  });
  assert.deepEqual(written, [
    "start text 2026-12-05 19:00",
    "city choice shanghai liverpool,shanghai",
    "online flag true",
    "price text 5",
    "status choice  planned,moved,cancelled",
  ]);
});

test("what may be one or several is shown as it is written", () => {
  const photo = "../../../assets/photos/a.jpg";
  const one = fieldsOf(article, matter(`photo: ${photo}`, "author: Jane"));
  assert.deepEqual([one.get("photo")?.kind, one.get("author")?.kind], ["photo", "text"]);
  const all = fieldsOf(article, matter(`photo: { src: ${photo}, alt: A }`, "author: [Jane, Li]"));
  const kinds = ["photo", "photo.src", "photo.alt", "author", "author.1"];
  assert.deepEqual(
    kinds.map((key) => all.get(key)?.kind),
    ["group", "photo", "long", "list", "text"],
  );
  const wrong = fieldsOf(article, matter("tags: culture", "aliases:"));
  assert.deepEqual([wrong.get("tags")?.kind, wrong.get("tags")?.value], ["text", "culture"]);
  assert.deepEqual([wrong.get("aliases")?.kind, wrong.get("aliases")?.isSet], ["list", false]);
});

test("a list says what a new item is", () => {
  const timeline = "content/_data/timeline.yaml";
  const fields = fieldsOf(timeline, '- when: "2000"\n  what: { en: A, zh: 甲 }\n');
  const text = { en: "", zh: "" };
  assert.deepEqual(fields.get("")?.empty, { when: "", what: text, source: text });
  assert.equal(fields.get("0.what.zh")?.value, "甲");
});

test("words of the interface are explained by the comments above them", () => {
  const text = "# The whole.\n\nnews:\n  # Heading,\n  # on Welcome\n  newest: News\n";
  const fields = fieldsOf("content/_data/strings/en.yaml", text);
  assert.equal(fields.get("news.newest")?.description, "Heading, on Welcome");
  assert.equal(fields.get("news.newest")?.kind, "text");
  assert.equal(fields.get("news")?.description, undefined);
});

test("a file that cannot be read has no fields", () => {
  assert.equal(formOf(article, "No front matter", []).fields, undefined);
  assert.equal(formOf(article, "No front matter", []).bodyLine, 1);
  assert.equal(formOf(article, matter("title: a: b"), []).fields, undefined);
  assert.equal(formOf("content/_data/tags.yaml", "a: &a b\n", []).fields, undefined);
  assert.equal(fieldsOf(article, "---\n---\n").get("title")?.isSet, false);
});

test("a problem is about the last value that begins before it, or the one that it names", () => {
  const text = matter("title: x", "sumary: y", "tags: [culture, rivers]");
  const { keysOf } = formOf(article, text, []);
  const at = (line: number, column: number, message = "") =>
    keysOf({ rule: "", severity: "error", path: article, line, column, message, remedy: "" });
  assert.deepEqual(at(2, 8), ["title"]);
  assert.deepEqual(at(3, 1), ["sumary"]);
  assert.deepEqual(at(4, 1), ["tags"]);
  assert.deepEqual(at(4, 17), ["tags", 1]);
  assert.equal(at(6, 1), undefined);
  assert.deepEqual(at(1, 1, "`summary` is missing"), ["summary"]);
});
