import assert from "node:assert/strict";
import test from "node:test";
import { headerRules, headerTable } from "../../../../scripts/outputs/hosts/headers.ts";

const table = headerTable("p{}");
const pathsOf = (...files: string[]) => headerRules(table, files).map(({ path }) => path);

test("a folder of like files is one rule, however many they are", () => {
  assert.deepEqual(pathsOf("news/index.html", "news/a/index.html", "news/b/index.html"), ["news/"]);
});

test("a folder of unlike files is a rule for each, and its own folders may be one again", () => {
  assert.deepEqual(pathsOf("contact/index.html", "contact/l-s-p.vcf", "contact/more/index.html"), [
    "contact/index.html",
    "contact/l-s-p.vcf",
    "contact/more/",
  ]);
});

test("a folder whose name begins another's is no rule, since Netlify would take both", () => {
  assert.deepEqual(pathsOf("news/a/index.html", "newsletter/index.html"), [
    "news/a/",
    "newsletter/",
  ]);
  assert.deepEqual(pathsOf("search/index.html", "search.0123456789.js"), [
    "search.0123456789.js",
    "search/index.html",
  ]);
});

test("what is told to hosts has no rule", () => {
  assert.deepEqual(pathsOf("_headers", "_redirects", ".nojekyll"), []);
});
