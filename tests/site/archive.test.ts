import assert from "node:assert/strict";
import test from "node:test";
import { builtSite } from "../support/site/built-site.ts";
import type { Page } from "../support/site/read-site.ts";

const pageAt = (address: string): Page => {
  const page = builtSite.pages.find((candidate) => candidate.address === address);
  assert.ok(page, `${address} is no page`);
  return page;
};

/** Addresses that a page's main part links to, from the site's root. */
const linksOf = ({ tags }: Page): string[] =>
  tags
    .filter(({ name, ancestors }) => name === "a" && ancestors.some((tag) => tag.name === "main"))
    .map(({ attributes }) => `/${(attributes.href ?? "").slice(builtSite.prefix.length)}`);

for (const home of ["/", "/zh/"]) {
  const articles = builtSite.pages.filter(
    ({ address, tags }) =>
      address.startsWith(`${home}news/`) &&
      tags.some(({ name, attributes }) => name === "body" && attributes.class === "page-article"),
  );

  test(`the archive below ${home} has every article once, and so has search without scripts`, () => {
    assert.ok(articles.length > 0);
    for (const page of [pageAt(`${home}news/archive/`), pageAt(`${home}search/`)]) {
      const listed = linksOf(page).filter((address) =>
        articles.some((article) => article.address === address),
      );
      assert.deepEqual(listed.sort(), articles.map(({ address }) => address).sort(), page.address);
    }
  });

  test(`the news below ${home} lead to their archive`, () => {
    assert.ok(linksOf(pageAt(`${home}news/`)).includes(`${home}news/archive/`));
  });
}
