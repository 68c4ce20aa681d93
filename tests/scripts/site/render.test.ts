import assert from "node:assert/strict";
import test from "node:test";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { pageProblems } from "../../../scripts/site/render.ts";

const page = (name: string, source = name) => ({
  source,
  language: "en" as const,
  template: name,
  output: "",
  texts: () => [],
  card: () => undefined,
  layout: "layouts/news.njk",
  listing: undefined,
  madeFrom: {},
  data: () => ({}),
});
const pages = [page("en/a.md"), page("en/news.2.md", "en/news.md"), page("zh/a.md")];
const said = (...faults: { source: string; message: string }[]) =>
  pageProblems("verify", faults, pages, "mend it").map(formatProblem);

test("a fault is told at the layout, with the content file and not the name of a further page", () => {
  assert.deepEqual(said({ source: "en/news.2.md", message: "x" }), [
    "templates/layouts/news.njk:1:1  x, on en/news.md — mend it",
  ]);
});

test("the same fault on several pages of a layout is told once, another one by itself", () => {
  const everywhere = pages.map(({ template }) => ({ source: template, message: "x" }));
  assert.deepEqual(said(...everywhere, { source: "zh/a.md", message: "y" }), [
    "templates/layouts/news.njk:1:1  x, on en/a.md and 2 more pages — mend it",
    "templates/layouts/news.njk:1:1  y, on zh/a.md — mend it",
  ]);
});

test("a fault of another file is told at that file", () => {
  assert.deepEqual(said({ source: "photos/a.avif", message: "x" }), [
    "photos/a.avif:1:1  x — mend it",
  ]);
});
