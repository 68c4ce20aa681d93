import assert from "node:assert/strict";
import { test } from "node:test";
import { formatBuildRecord } from "../../../scripts/outputs/format-build-record.ts";
import { parseBuildRecord } from "../../../scripts/verify/parse-build-record.ts";

const hash = "0123456789abcdef".repeat(4);
const record = (change: object) =>
  JSON.stringify({ commit: null, sourceDateEpoch: 0, files: {}, ...change });

test("reads what a build writes, whatever order its files came in", () => {
  const what = { commit: "a".repeat(40), modified: true, sourceDateEpoch: 1_790_000_000 };
  const files = { "zh/index.html": hash, ".well-known/security.txt": hash, "index.html": hash };
  const text = formatBuildRecord({ ...what, files });
  assert.deepEqual(parseBuildRecord(text), { ...what, files });
  const others = Object.fromEntries(Object.entries(files).reverse());
  assert.equal(formatBuildRecord({ ...what, files: others }), text);
});

test("a record without a commit, or with keys of a later version, is one", () => {
  assert.ok(parseBuildRecord(record({})));
  assert.ok(parseBuildRecord(record({ later: true })));
});

test("what is none is refused: other JSON, no hash, a path that leads out or cannot be printed", () => {
  for (const text of ["", "<!doctype html>", "null", "[]", "{}", record({ commit: "main" })]) {
    assert.equal(parseBuildRecord(text), undefined, text);
  }
  const paths = [
    "",
    "/",
    "/a",
    "a/",
    "a//b",
    ".",
    "..",
    "../a",
    "a/../b",
    "a/./b",
    "a\\b",
    "a\u001bb",
  ];
  for (const path of paths) {
    assert.equal(parseBuildRecord(record({ files: { [path]: hash } })), undefined, path);
  }
  assert.equal(parseBuildRecord(record({ files: { "index.html": "0" } })), undefined);
  assert.ok(parseBuildRecord(record({ files: { "..a/.b/c..": hash } })));
});
