import assert from "node:assert/strict";
import test from "node:test";
import { readArguments } from "../../../scripts/new/arguments.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";

test("a kind, a title and flags before or after it", () => {
  const args = ["news", "--date", "2026-12-01", "A title", "--summary=--- a line"];
  const { kind, given } = readArguments(args);
  assert.equal(kind, "news");
  assert.deepEqual({ ...given }, { title: "A title", date: "2026-12-01", summary: "--- a line" });
});

test("a photograph's file keeps its blanks, and nothing need be said", () => {
  assert.equal(readArguments(["photo", " a  b.jpg"]).given.file, " a  b.jpg");
  assert.equal(readArguments(["page"]).given.title, undefined);
});

const refused: Readonly<Record<string, [args: string[], message: RegExp]>> = {
  "no kind": [[], /^Nothing was named to make — type one of these:\n\nnpm run new -- news "/],
  "an unknown kind": [["nwes", "A"], /^There is no “nwes” to make — type one of these:\n\nnpm run/],
  "a title without quotation marks": [
    ["page", "Harbour", "walks", "--slug", "walks"],
    /^The title is more than one word — put it in quotation marks: npm run new -- page "Harbour walks"$/,
  ],
  "a misspelt flag": [
    ["news", "A", "--sumary", "B"],
    /^There is no flag --sumary here — did you mean --summary\?$/,
  ],
  "a flag of another kind": [
    ["page", "A", "--date", "2026-12-01"],
    /^There is no flag --date here — the flags are --summary, --title-zh, --slug$/,
  ],
  "a flag of one letter": [["page", "A", "-s", "B"], /^There is no flag -s here — the flags are /],
  "a flag without a value": [
    ["page", "A", "--summary", "--slug", "a"],
    /^--summary has no value — write it as --summary "…"$/,
  ],
  "a flag without a value at the end": [["page", "A", "--slug"], /^--slug has no value — write/],
  "a flag given twice": [
    ["page", "A", "--slug", "a", "--slug", "b"],
    /^--slug is given twice — keep one of the two$/,
  ],
};

for (const [name, [args, message]] of Object.entries(refused)) {
  test(`${name} is refused`, () => {
    assert.throws(() => readArguments(args), { constructor: EnvironmentFailure, message });
  });
}
