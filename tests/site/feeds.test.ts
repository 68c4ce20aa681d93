import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { assertNoFaults } from "../support/site/assert-no-faults.ts";
import { builtSite } from "../support/site/built-site.ts";
import { pageReferences } from "../support/site/page-references.ts";
import { parsePage } from "../support/site/parse-page.ts";
import { type FeedItem, readFeed } from "../support/site/read-feed.ts";
import { resolveReference } from "../support/site/resolve-reference.ts";
import { atomSchema } from "../support/xml/atom-schema.ts";
import { schemaFaults } from "../support/xml/schema-faults.ts";

const { origin, prefix } = builtSite;
const folders = { en: "", zh: "zh/" } as const;
const both = Object.entries(folders) as ["en" | "zh", string][];

test("the Atom feeds are what RFC 4287 asks for", () => {
  for (const [, folder] of both) {
    const text = readFileSync(path.join(builtSite.folder, `${folder}feed.xml`), "utf8");
    assert.deepEqual(schemaFaults(text, atomSchema), [], folder);
  }
});

test("both formats tell of the articles on the first page of the news, in its order", () => {
  for (const [, folder] of both) {
    const list = builtSite.pages.find(({ file }) => file === `${folder}news/index.html`);
    const links = (list?.tags ?? []).filter(
      ({ name, ancestors }) =>
        name === "a" && ancestors.some(({ attributes }) => attributes.class === "notices"),
    );
    const atom = readFeed(builtSite, `${folder}feed.xml`);
    assert.ok(atom.length > 0);
    assert.deepEqual(
      atom.map(({ url }) => url),
      links.map(({ attributes }) => origin + attributes.href),
    );
    assert.deepEqual(readFeed(builtSite, `${folder}feed.json`), atom);
  }
});

test("an article has the day that its page shows, and none where the page shows none", () => {
  for (const item of both.flatMap(([, folder]) => readFeed(builtSite, `${folder}feed.xml`))) {
    const page = builtSite.pages.find(({ address }) => item.url === absolute(address));
    const [shown] = (page?.tags ?? []).filter(({ name }) => name === "time");
    assert.equal(item.published?.slice(0, 10), shown?.attributes.datetime, item.url);
  }
});

/** Addresses in an article that a feed reader, which is elsewhere, could not follow. */
function addressFaults({ url, html }: FeedItem): string[] {
  return pageReferences(parsePage(html).tags, origin).flatMap(({ written, where }) => {
    if (!/^[a-z][a-z\d+.-]*:/.test(written)) return [`${url}  ${where} “${written}” is relative`];
    const target = resolveReference(builtSite, "index.html", written);
    return target.kind === "broken" ? [`${url}  ${where} “${written}” ${target.why}`] : [];
  });
}

test("every address in the text of an article is absolute and leads somewhere", () => {
  const items = both.flatMap(([, folder]) => readFeed(builtSite, `${folder}feed.json`));
  assertNoFaults(items.flatMap(addressFaults));
  const broken = { ...items[0], html: '<a href="/news/"></a><img src="a.jpg">' } as FeedItem;
  assert.equal(addressFaults(broken).length, 2, "and this test would see them");
});

test("every page names the feeds of its language, and the news link to them", () => {
  for (const page of builtSite.pages) {
    const own = ["feed.xml", "feed.json"].map((name) => prefix + folders[page.language] + name);
    const named = page.tags.filter(
      ({ name, attributes }) => name === "link" && /atom|feed/.test(attributes.type ?? ""),
    );
    assert.deepEqual(
      named.map(({ attributes }) => attributes.href),
      own,
      page.address,
    );
    if (!page.address.endsWith("/news/")) continue;
    const links = page.tags.filter(({ name }) => name === "a").map((tag) => tag.attributes.href);
    assert.deepEqual(
      own.filter((address) => !links.includes(address)),
      [],
    );
  }
});

function absolute(address: string): string {
  return origin + prefix + address.slice(1);
}
