import assert from "node:assert/strict";
import test from "node:test";
import { chooseTestFiles } from "./choose-test-files.ts";

const files = [
  "tests/browser/pages.test.ts",
  "tests/fixtures/broken.test.ts",
  "tests/run.ts",
  "tests/scripts/photos-old/a.test.ts",
  "tests/scripts/photos/widths.test.ts",
  "tests/scripts/site/kill.long.test.ts",
  "tests/site/links.test.ts",
  "tests/support/site/resolve.test.ts",
];

test("sorts every short test into its step and leaves fixtures and long cases out", () => {
  assert.deepEqual(chooseTestFiles(files, { long: false, paths: [] }), {
    unit: [
      "tests/scripts/photos-old/a.test.ts",
      "tests/scripts/photos/widths.test.ts",
      "tests/support/site/resolve.test.ts",
    ],
    site: ["tests/site/links.test.ts"],
    browser: ["tests/browser/pages.test.ts"],
  });
});

test("long runs the long cases and nothing else", () => {
  assert.deepEqual(chooseTestFiles(files, { long: true, paths: [] }), {
    unit: ["tests/scripts/site/kill.long.test.ts"],
    site: [],
    browser: [],
  });
});

test("a path means the folder of that name, however it is typed", () => {
  for (const path of [
    "tests/scripts/photos",
    "./tests/scripts/photos/",
    "tests\\scripts\\photos",
  ]) {
    const { unit } = chooseTestFiles(files, { long: false, paths: [path] });
    assert.deepEqual(unit, ["tests/scripts/photos/widths.test.ts"]);
  }
});

test("a path without tests is an error, also beside one that has some", () => {
  const paths = ["tests/site", "tests/scripts/phots"];
  assert.throws(() => chooseTestFiles(files, { long: false, paths }), /no test file.*phots/);
});

test("no file at all is an error", () => {
  assert.throws(() => chooseTestFiles([], { long: false, paths: [] }), /no test file/);
  assert.throws(() => chooseTestFiles(["tests/a.test.ts"], { long: true, paths: [] }), /no test/);
});
