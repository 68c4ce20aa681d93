import assert from "node:assert/strict";
import { test } from "node:test";
import { uniqueIds } from "../../../scripts/markdown/unique-ids.ts";

test("equal ids are numbered from 2, past those that are taken", () => {
  const unique = uniqueIds([]);
  const wanted = ["上海港", "a-2", "a", "a", "a", "上海港"];
  assert.deepEqual(wanted.map(unique), ["上海港", "a-2", "a", "a-3", "a-4", "上海港-2"]);
});

test("reserved ids are never given", () => {
  const unique = uniqueIds(["main", "main-2"]);
  assert.equal(unique("main"), "main-3");
});

test("names of Object.prototype are ids like others", () => {
  const unique = uniqueIds([]);
  assert.deepEqual(["constructor", "constructor"].map(unique), ["constructor", "constructor-2"]);
});

test("a hundred thousand equal headings are numbered without delay", () => {
  const unique = uniqueIds([]);
  let last = "";
  for (let count = 0; count < 100_000; count += 1) last = unique("a");
  assert.equal(last, "a-100000");
});
