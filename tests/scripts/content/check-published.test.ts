import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPublished } from "../../../scripts/content/check-published.ts";
import type { Entry } from "../../../scripts/content/entry.ts";
import { formatProblem } from "../../../scripts/lib/format-problem.ts";
import { entryOf } from "../../support/site-context.ts";

const path = "content/_data/addresses.json";

/** What is told of addresses listed from line 2 on; `unknown` are those of pages with errors. */
function told(addresses: string[], entries: Entry[], unknown: string[] = []): string[] {
  const published = addresses.map((address, index) => ({
    ...{ address, path, line: index + 2, column: 3 },
  }));
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
  const places = new Map([["aliases", { line: 5, column: 10 }]]);
  const entries = [...sections, article("harbours", { aliases: ["/docks/"], places })];
  const change =
    'change the aliases in line 5 of content/en/harbours.md to `aliases: ["/docks/", "/harbour/", "/news/harbours/"]`';
  assert.deepEqual(told(["/harbour/", "/news/harbours/"], entries), [
    gone(2, "/harbour/", change),
    gone(3, "/news/harbours/", change),
  ]);
});

test("what has become a draft is told where it did, and its aliases count no more", () => {
  const places = new Map([["draft", { line: 4, column: 8 }]]);
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
