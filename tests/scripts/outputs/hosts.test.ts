import assert from "node:assert/strict";
import test from "node:test";
import { fileOfAddress } from "../../../scripts/lib/addresses.ts";
import {
  headerRules,
  headerTable,
  type ServedSite,
} from "../../../scripts/outputs/hosts/headers.ts";
import { overHostLimits } from "../../../scripts/outputs/hosts/static-hosts.ts";
import { calendarAddress } from "../../../scripts/site/fixed-addresses.ts";

const table = headerTable(["p{}"], "/");
const pathsOf = (...files: string[]) => headerRules(table, files).map(({ path }) => path);

test("a folder of like files is one rule, however many they are", () => {
  assert.deepEqual(pathsOf("news/index.html", "news/a/index.html", "news/b/index.html"), ["news/"]);
});

test("events and their calendars are a rule each, however many there are", () => {
  const pages = ["/events/", "/events/river/", "/zh/events/", "/zh/events/river/"];
  const files = pages.flatMap((page) => [
    fileOfAddress(page),
    fileOfAddress(calendarAddress(page)),
  ]);
  assert.deepEqual(pathsOf(...files), ["calendars/", "events/", "zh/"]);
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

/** A site with as many pages at its root as are asked for, and as many old addresses. */
function siteOf({ pages = 1, redirects = 0, styles = 0 }): ServedSite {
  const files = Array.from(
    { length: pages },
    (_, index) => `${String(index).padStart(4, "0")}/index.html`,
  );
  const old = Array.from({ length: redirects }, (_, index) => ({ from: `/${index}/`, to: "/" }));
  const everywhere = [["Long", "x".repeat(styles)] as const];
  return { prefix: "/", everywhere, rules: headerRules(table, files), redirects: old };
}

test("a site of any likely size is within the limits", () => {
  assert.deepEqual(overHostLimits(siteOf({ pages: 99, redirects: 2_000 }), 20_000), []);
});

test("what is over is said with its limit", () => {
  const over = [
    overHostLimits(siteOf({ pages: 100 }), 1),
    overHostLimits(siteOf({ redirects: 2_001 }), 1),
    overHostLimits(siteOf({ styles: 2_000 }), 1),
    overHostLimits(siteOf({}), 20_001),
  ];
  assert.deepEqual(over, [
    ["101 header rules, where Cloudflare Pages takes 100"],
    ["2001 redirects, where Cloudflare Pages takes 2000"],
    ["2008 characters in a line of _headers, where Cloudflare Pages takes 2000"],
    ["20001 files, where Cloudflare Pages takes 20000"],
  ]);
});
