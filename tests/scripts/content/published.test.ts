import assert from "node:assert/strict";
import test from "node:test";
import type { Entry } from "../../../scripts/content/entry.ts";
import {
  checkPublished,
  formatAddresses,
  parseAddresses,
} from "../../../scripts/content/published.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { brief } from "../../support/files.ts";
import { entryOf } from "../../support/site-context.ts";
import { testTable } from "../../support/tables.ts";
import { smallest, told as toldOfSite } from "./make-site.ts";

const path = "content/_data/addresses.json";

test("the list is written sorted, each address once, one a line, and read with its places", () => {
  const text = formatAddresses(["/zh/", "/about/", "/", "/news/a-1/", "/about/"]);
  assert.equal(text, '[\n  "/",\n  "/about/",\n  "/news/a-1/",\n  "/zh/"\n]\n');
  const { addresses, problems } = parseAddresses(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(addresses[2], { address: "/news/a-1/", path, line: 4, column: 3 });
  assert.equal(addresses.length, 4);
});

test("an empty list, and the surplus comma that a merge leaves, are no faults", () => {
  assert.deepEqual(parseAddresses("[]"), { addresses: [], problems: [] });
  assert.equal(parseAddresses('[\n  "/",\n  "/a/",\n]\n').addresses.length, 2);
});

/** What is told of addresses listed from line 2 on; `unknown` are those of pages with errors. */
function told(addresses: string[], entries: Entry[], unknown: string[] = []): string[] {
  const published = addresses.map((address, n) => ({ address, path, line: n + 2, column: 3 }));
  return checkPublished(published, entries, (one) => unknown.includes(one)).map(formatProblem);
}

const sections = ["en", "zh"].flatMap((language) =>
  ["index", "news/index"].map((key) => entryOf(language as "en" | "zh", key)),
);
const article = (key: string, own: Partial<Entry> = {}): Entry => ({
  ...entryOf("en", key),
  ...own,
});
const gone = (line: number, address: string, change: string) =>
  `${path}:${line}:3  the page \`${address}\` was published, and its file is gone — lead its readers on: ${change}`;

test("pages that are there, whether due or not, and aliases are not lost", () => {
  const entries = [
    ...sections,
    article("news/later", { due: Number.MAX_SAFE_INTEGER }),
    article("news/new", { aliases: ["/news/old/"] }),
    article("news/never-listed"),
  ];
  const addresses = ["/", "/news/", "/news/later/", "/news/old/", "/zh/", "/zh/news/"];
  assert.deepEqual(told(addresses, entries), []);
});

test("the list of a tag is there as long as an article has the tag, due or not", () => {
  const tags = [{ slug: "heritage", line: 1, column: 1 }];
  const later = article("news/later", { due: Number.MAX_SAFE_INTEGER, tags });
  assert.deepEqual(told(["/news/tags/heritage/"], [...sections, later]), []);
  const draft = { ...later, draft: true };
  const [line, ...others] = told(
    ["/news/tags/heritage/"],
    [...sections, draft, article("heritage")],
  );
  assert.deepEqual(others, []);
  assert.match(line ?? "", /add to the front matter of content\/en\/news\/index\.md `aliases: /);
});

test("what may be in a page with errors is not lost", () => {
  assert.deepEqual(told(["/news/x/"], sections, ["/news/x/"]), []);
});

test("a page whose file is gone needs an alias, in its own language", () => {
  assert.deepEqual(told(["/news/x/", "/zh/news/x/"], sections), [
    gone(
      2,
      "/news/x/",
      'add to the front matter of content/en/news/index.md `aliases: ["/news/x/"]`',
    ),
    gone(
      3,
      "/zh/news/x/",
      'add to the front matter of content/zh/news/index.md `aliases: ["/zh/news/x/"]`',
    ),
  ]);
});

test("where Welcome itself has errors, it is still the page to lead to", () => {
  assert.deepEqual(told(["/x/"], []), [
    gone(2, "/x/", 'add to the front matter of content/en/index.md `aliases: ["/x/"]`'),
  ]);
});

test("all that lead to the same page are in the one line it needs, after those it has", () => {
  const places = { aliases: { line: 5, column: 10 } };
  const entries = [...sections, article("harbours", { aliases: ["/docks/"], places })];
  const change =
    'change the aliases in line 5 of content/en/harbours.md to `aliases: ["/docks/", "/harbour/", "/news/harbours/"]`';
  assert.deepEqual(told(["/harbour/", "/news/harbours/"], entries), [
    gone(2, "/harbour/", change),
    gone(3, "/news/harbours/", change),
  ]);
});

test("what has become a draft is told where it did, and its aliases count no more", () => {
  const places = { draft: { line: 4, column: 8 } };
  const draft = article("news/x", { draft: true, places, aliases: ["/news/w/"] });
  assert.deepEqual(told(["/news/w/", "/news/x/"], [...sections, draft]), [
    gone(
      2,
      "/news/w/",
      'add to the front matter of content/en/news/index.md `aliases: ["/news/w/", "/news/x/"]`',
    ),
    'content/en/news/x.md:4:8  the page `/news/x/` was published, and a draft is not shown — delete `draft: true`, or lead its readers on: add to the front matter of content/en/news/index.md `aliases: ["/news/w/", "/news/x/"]`',
  ]);
  const [en, ...others] = sections;
  const leading = [{ ...en, aliases: ["/news/w/", "/news/x/"] } as Entry, ...others];
  assert.deepEqual(told(["/news/w/", "/news/x/"], [...leading, draft]), []);
});

const keys = [
  "index",
  "about",
  "news/index",
  "news/culture-day",
  "news/port-2025",
  "harbour",
  "events/index",
];
const pages = keys.map((key) => entryOf("en", key));

testTable("published", {
  "a list of addresses": (text) => parseAddresses(text).problems.map(brief),
  "the page that a lost address leads to": (input) => {
    const [, lost = "", added] = /^(\S+)(?: \+ (\S+))?: /.exec(input) ?? [];
    const addresses = [lost, ...pages.map(({ address }) => address)];
    const all = added === undefined ? pages : [...pages, entryOf("en", added)];
    const [line = "", ...others] = told(addresses, all);
    assert.deepEqual(others, []);
    return /front matter of content\/en\/(.*)\.md/.exec(line)?.[1];
  },
});

test("without a list of news an article leads to Welcome", () => {
  const line = 'add to the front matter of content/en/index.md `aliases: ["/news/x/"]`';
  assert.deepEqual(told(["/news/x/"], [entryOf("en", "index")]), [gone(2, "/news/x/", line)]);
});

/** A page of the smallest content with further lines at the end of its front matter. */
const withLines = (page: string, lines: string) =>
  (smallest[page] ?? "").replace("---\nText", `${lines}\n---\nText`);

test("the one line that is asked for mends it", async () => {
  const longest = "x".repeat(200);
  for (const name of ["old", longest]) {
    const changes = { [path]: `["/news/${name}/"]` };
    const [problem = ""] = await toldOfSite(changes);
    const index = "content/en/news/index.md";
    const mended = withLines(index, /`(aliases: [^`]+)`/.exec(problem)?.[1] ?? "");
    assert.deepEqual(await toldOfSite({ ...changes, [index]: mended }), []);
  }
});

test("a listed page that has become a draft may be the alias of another", async () => {
  const [x, about] = ["content/en/news/x.md", "content/en/about.md"];
  const changes = {
    [path]: '["/news/x/"]',
    [x]: withLines(x, "draft: true"),
    [about]: withLines(about, 'aliases: ["/news/x/"]'),
  };
  assert.deepEqual(await toldOfSite(changes), []);
  assert.deepEqual(await toldOfSite({ ...changes, [x]: smallest[x] ?? "" }), [
    `${about}:4:11  \`/news/x/\` is the address of ${x} — delete this alias, or write the old address that you meant`,
  ]);
});

test("a file with errors is there, and may have the alias that is missing", async () => {
  const x = "content/en/news/x.md";
  const broken = withLines(x, "drft: true\naliases: [/news/old/]\ntags: [heritage]");
  const list = '["/news/x/", "/news/old/", "/news/tags/heritage/"]';
  assert.deepEqual(await toldOfSite({ [path]: list, [x]: broken }), [
    `${x}:5:1  an article has no key \`drft\` — did you mean \`draft\`?`,
  ]);
});
