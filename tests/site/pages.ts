import assert from "node:assert/strict";
import { serveFolder } from "../../scripts/browser/serve.ts";
import * as links from "../support/rules/links.ts";
import * as pages from "../support/rules/pages.ts";
import { type Page, pageAt, parsePage, type Site, type SiteRules } from "../support/site.ts";

/** What pages are, and where they lead. */
export const pageRules: SiteRules = {
  "every address of the contract is a page, in both languages": pages.contractAddresses,
  "every page is valid HTML, its headings, ids and names of landmarks among it": pages.validHtml,
  "every page has a title and a description of its own": pages.uniqueTitles,
  "no page shows what should have been a value": pages.noLeftovers,
  "no page has inline styles, handlers or a script that is not listed": pages.noInlineCode,
  "every page carries the styles of all that stands on it": pages.ownStyles,
  "every page has one banner, one main, one footer and one h1": pages.landmarks,
  "every page begins with a link to its main content": pages.skipLink,
  "the main navigation marks the page it is on": pages.currentPage,
  "every page names its language, its address and its alternates, and they name it":
    links.languages,
  "the language switch leads to the same page in the other language": links.languageSwitch,
  "every link, picture, stylesheet, icon and fragment leads somewhere": links.referencesResolve,
  "every file is referred to, and every page is linked": links.everythingReferenced,
  "every old address leads on to a page": links.redirects,
  "no page asks another origin for anything": links.ownOrigin,

  "the archive has every article once, and so has search without scripts": (site) => {
    for (const home of ["/", "/zh/"]) {
      const articles = articlesOf(site)
        .map(({ address }) => address)
        .filter((address) => address.startsWith(`${home}news/`));
      assert.ok(articles.length > 0);
      for (const page of [pageAt(site, `${home}news/archive/`), pageAt(site, `${home}search/`)]) {
        const listed = linksOf(site, page).filter((address) => articles.includes(address));
        assert.deepEqual(listed.sort(), articles.sort(), page.address);
      }
    }
  },

  "the news lead to their archive": (site) => {
    for (const home of ["/", "/zh/"]) {
      assert.ok(linksOf(site, pageAt(site, `${home}news/`)).includes(`${home}news/archive/`));
    }
  },

  "an address that leads nowhere is answered in its language, with a way to search": async ({
    folder,
    prefix,
  }) => {
    const server = await serveFolder(folder, prefix);
    const wrong = {
      "no/such/page/": ["en-GB", ""],
      "zh/no/such/page/": ["zh-Hans", "zh/"],
    } as const;
    try {
      for (const [address, [tag, home]] of Object.entries(wrong)) {
        const answer = await fetch(server.origin + prefix + address);
        assert.equal(answer.status, 404, address);
        const { tags } = parsePage(await answer.text());
        assert.equal(tags.find(({ name }) => name === "html")?.attributes.lang, tag);
        const links = tags.map(({ attributes }) => attributes.href);
        assert.ok(links.includes(`${prefix}${home}search/`), `${address} offers no search`);
      }
    } finally {
      await server.close();
    }
  },

  "what is no page of its own is kept out of search engines, and all else is not": ({ pages }) => {
    const kept = pages.filter(({ tags }) =>
      tags.some(
        ({ attributes }) =>
          attributes.name === "robots" && /\bnoindex\b/.test(attributes.content ?? ""),
      ),
    );
    const addresses = kept.map(({ address }) => address).sort();
    assert.deepEqual(addresses, ["/404.html", "/search/", "/zh/404.html", "/zh/search/"]);
  },
};

/** The pages that are articles, by the class of their body. */
export function articlesOf({ pages }: Site): Page[] {
  return pages.filter(({ tags }) =>
    tags.some(({ name, attributes }) => name === "body" && attributes.class === "page-article"),
  );
}

/** Addresses that a page's main part links to, from the site's root. */
function linksOf({ prefix }: Site, { tags }: Page): string[] {
  return tags
    .filter(({ name, ancestors }) => name === "a" && ancestors.some((tag) => tag.name === "main"))
    .map(({ attributes }) => `/${(attributes.href ?? "").slice(prefix.length)}`);
}
