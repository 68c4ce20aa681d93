import assert from "node:assert/strict";
import test from "node:test";
import { serveFolder } from "../../scripts/browser/serve.ts";
import { builtSite } from "../support/site/built-site.ts";
import { parsePage } from "../support/site/parse-page.ts";

test("an address that leads nowhere is answered in its language, with a way to search", async (t) => {
  const { folder, prefix } = builtSite;
  const server = await serveFolder(folder, prefix);
  t.after(() => server.close());
  const wrong = { "no/such/page/": ["en-GB", ""], "zh/no/such/page/": ["zh-Hans", "zh/"] } as const;
  for (const [address, [tag, home]] of Object.entries(wrong)) {
    const answer = await fetch(server.origin + prefix + address);
    assert.equal(answer.status, 404, address);
    const { tags } = parsePage(await answer.text());
    assert.equal(tags.find(({ name }) => name === "html")?.attributes.lang, tag);
    const links = tags.map(({ attributes }) => attributes.href);
    assert.ok(links.includes(`${prefix}${home}search/`), `${address} offers no search`);
  }
});

test("what is no page of its own is kept out of search engines, and all else is not", () => {
  const kept = builtSite.pages.filter(({ tags }) =>
    tags.some(
      ({ attributes }) =>
        attributes.name === "robots" && /\bnoindex\b/.test(attributes.content ?? ""),
    ),
  );
  assert.deepEqual(kept.map(({ address }) => address).sort(), [
    "/404.html",
    "/search/",
    "/zh/404.html",
    "/zh/search/",
  ]);
});
