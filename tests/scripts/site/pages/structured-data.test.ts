import assert from "node:assert/strict";
import test from "node:test";
import type { Entry } from "../../../../scripts/content/entry.ts";
import { minify } from "../../../../scripts/site/finish.ts";
import type { Page } from "../../../../scripts/site/pages/context.ts";
import { planPages } from "../../../../scripts/site/pages/pages.ts";
import { serialiseJsonLd } from "../../../../scripts/site/pages/structured-data.ts";
import { wildTexts } from "../../../support/feeds.ts";
import { parsePage } from "../../../support/site.ts";
import { contextOf, entryOf } from "../../../support/site-context.ts";

type Thing = Record<string, unknown>;

/** The structured data of the page at `output`; undefined where it has none. */
function structuredOf(pages: readonly Page[], output: string): string | undefined {
  const page = pages.find((candidate) => candidate.output === output);
  assert.ok(page, `no page ${output}`);
  return (page.data.machines as { structured: string | undefined }).structured;
}

async function graphOf(entries: readonly Entry[], output: string): Promise<Thing[] | undefined> {
  const pages = planPages(await contextOf(entries, "/twinning/"));
  const structured = structuredOf(pages, output);
  return structured === undefined ? undefined : JSON.parse(structured)["@graph"];
}

const root = "https://cities.example/twinning/";

test("an article has the day that was written, and one from the archive has none", async () => {
  const dated = entryOf("en", "news/day", { date: "2025-05-28" });
  const archived = entryOf("en", "news/old", { date: "2026-11-23", archive: true });
  const [day] = (await graphOf([dated], "news/day/index.html")) ?? [];
  assert.equal(day?.datePublished, "2025-05-28");
  assert.equal(day?.mainEntityOfPage, `${root}news/day/`);
  const [old] = (await graphOf([archived], "news/old/index.html")) ?? [];
  assert.equal(old?.headline, "news/old");
  assert.equal("datePublished" in (old ?? {}), false);
});

test("a translation and its original name each other", async () => {
  const english = entryOf("en", "news/day", { date: "2025-05-28" });
  const chinese = { ...entryOf("zh", "news/day", { date: "2025-05-28" }), translated: "0123abcd" };
  const entries = [english, chinese];
  const [original] = (await graphOf(entries, "news/day/index.html")) ?? [];
  const [translation] = (await graphOf(entries, "zh/news/day/index.html")) ?? [];
  assert.deepEqual(original?.workTranslation, { "@id": translation?.["@id"] });
  assert.deepEqual(translation?.translationOfWork, { "@id": original?.["@id"] });
  assert.equal("translationOfWork" in (original ?? {}), false);
});

test("the way to a page goes through those above it", async () => {
  const entries = [
    entryOf("en", "index", { title: "Welcome" }),
    entryOf("en", "news/index", { title: "News" }),
    entryOf("en", "news/archive", { title: "By year" }),
    ...Array.from({ length: 21 }, (_, day) =>
      entryOf("en", `news/a${day}`, { date: "2025-05-28", title: `Day ${day}` }),
    ),
  ];
  const trail = async (output: string) => {
    const list = (await graphOf(entries, output))?.find((one) => one["@type"] === "BreadcrumbList");
    const items = (list?.itemListElement ?? []) as { name: string; item: string }[];
    return items.map(({ name, item }) => `${name} ${item.replace(root, "/")}`);
  };
  const above = ["Welcome /", "News /news/"];
  assert.deepEqual(await trail("news/index.html"), above);
  assert.deepEqual(await trail("news/a3/index.html"), [...above, "Day 3 /news/a3/"]);
  assert.deepEqual(await trail("news/archive/index.html"), [...above, "By year /news/archive/"]);
  const second = "News (Page 2 of 2) /news/page/2/";
  assert.deepEqual(await trail("news/page/2/index.html"), [...above, second]);
});

test("search is offered in its language where there is a page for it", async () => {
  const home = entryOf("zh", "index");
  const site = async (...others: Entry[]) =>
    (await graphOf([home, ...others], "zh/index.html"))?.find((one) => one["@type"] === "WebSite");
  assert.equal("potentialAction" in ((await site()) ?? {}), false);
  const found = await site(entryOf("zh", "search"));
  assert.deepEqual(found?.potentialAction, {
    "@type": "SearchAction",
    target: {
      "@type": "EntryPoint",
      urlTemplate: `${root}zh/search/?q={search_term_string}`,
    },
    "query-input": "required name=search_term_string",
  });
});

test("the page for missing addresses says nothing of itself", async () => {
  assert.equal(await graphOf([entryOf("en", "404")], "404.html"), undefined);
});

test("titles and summaries of any kind come through as they are", async () => {
  const texts = wildTexts(50);
  const entries = texts.map((title, index) => ({
    ...entryOf("en", `news/a${index}`, { date: "2025-05-28", title }),
    summary: title,
  }));
  const pages = planPages(await contextOf(entries));
  for (const [index, text] of texts.entries()) {
    const structured = structuredOf(pages, `news/a${index}/index.html`) ?? "";
    assert.doesNotMatch(structured, /[<>&\u2028\u2029]/);
    const [article] = JSON.parse(structured)["@graph"];
    assert.deepEqual([article.headline, article.description], [text, text]);
  }
});

const hostile = [
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "<![CDATA[ ]]>",
  "&lt;/script&gt; &amp;",
  "\u2028\u2029\u0000\u007f\ufeff",
  "\ud83d",
];

test("no text ends the script or is read otherwise than it was written", () => {
  for (const headline of [...hostile, ...wildTexts(200)]) {
    const text = serialiseJsonLd([{ "@type": "NewsArticle", headline }]);
    const html = `<!doctype html><title>x</title><script type="application/ld+json">${text}</script><p>after`;
    const { tags } = parsePage(html);
    const names = tags.map(({ name }) => name);
    assert.deepEqual(names, ["html", "head", "title", "script", "body", "p"], headline);
    const script = tags.find(({ name }) => name === "script");
    assert.deepEqual(JSON.parse(script?.text ?? ""), {
      "@context": "https://schema.org",
      "@graph": [{ "@type": "NewsArticle", headline }],
    });
  }
});

test("the minifier leaves it as it was written", async () => {
  for (const headline of [...hostile, ...wildTexts(20), "a  b", " // c", "<!-- d -->"]) {
    const text = serialiseJsonLd([{ "@type": "NewsArticle", headline }]);
    const html = await minify(`<p>x</p><script type="application/ld+json">${text}</script>`);
    assert.ok(html.includes(`>${text}</script>`), headline);
  }
});

test("what is not known is left out", () => {
  assert.equal(
    serialiseJsonLd([{ "@type": "NewsArticle", datePublished: undefined }]),
    '{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle"}]}',
  );
});
