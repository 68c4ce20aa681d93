import assert from "node:assert/strict";
import test from "node:test";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { ContentFailure } from "../../../scripts/problems/problem.ts";
import type { Page } from "../../../scripts/site/pages/context.ts";
import { planPages } from "../../../scripts/site/pages/pages.ts";
import {
  type FinishedFile,
  type RenderRequest,
  renderPages,
} from "../../../scripts/site/render.ts";
import { projectRoot } from "../../support/files.ts";
import { contextOf, entryOf } from "../../support/site-context.ts";

const names = Array.from({ length: 160 }, (_, index) => `news/a${index}`);
const entries = (["en", "zh"] as const).flatMap((language) =>
  ["index", "news/index", ...names].map((name) => entryOf(language, name, { date: "2025-01-01" })),
);
const context = await contextOf(entries);
const { facts, prefix, photographs, downloads } = context;
const pages = planPages(context);
const request: RenderRequest = {
  root: projectRoot,
  origin: context.origin,
  facts,
  prefix,
  photographs,
  downloads,
  entries: entries.map(({ source, address }) => ({ source, address })),
  glyphs: "新闻",
  names: [],
  styles: { welcome: "a{color:red}", other: "a{color:blue}" },
  minified: true,
  frame: {
    firstFonts: { en: ["/fonts/a.woff2"], zh: ["/fonts/b.woff2"] },
    policies: { page: "default-src 'self'", search: "default-src 'self'" },
    speculationRules: undefined,
    paper: { light: "#ffffff", dark: "#000000" },
    icon: "/icon.svg",
    oldIcon: "/favicon.ico",
    touchIcon: "/touch.png",
    searchScript: undefined,
  },
};

async function made(pages: readonly Page[], batch: number): Promise<Map<string, FinishedFile>> {
  const made = new Map<string, FinishedFile>();
  for (let at = 0; at < pages.length; at += batch) {
    await renderPages(pages.slice(at, at + batch), request, (page, file) => {
      made.set(page.output, file);
    });
  }
  return made;
}

test("many pages, which are shared among threads, are those that one thread makes of a few each", async () => {
  assert.ok(pages.length > 300);
  assert.deepEqual(await made(pages, pages.length), await made(pages, 50));
});

test("a template that fails on every page is told once, in a thread as without one", async () => {
  const broken = pages.map((page) => ({ ...page, layout: "layouts/gone.njk" }));
  for (const some of [broken, broken.slice(0, 2)]) {
    await assert.rejects(made(some, some.length), (error) => {
      assert.ok(error instanceof ContentFailure);
      assert.match(
        error.problems.map(formatProblem).join("\n"),
        /^templates\/layouts\/gone\.njk:1:1 {2}the layout is not there, and content\/\S+ needs it — bring the file back$/,
      );
      return true;
    });
  }
});
