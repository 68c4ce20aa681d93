import assert from "node:assert/strict";
import test from "node:test";
import { pageOutline } from "../../../scripts/site/finish.ts";
import { verify } from "../../../scripts/site/verify.ts";

const site = (
  html: string,
  files: string[] = [],
  prefix = "/",
  styles = "",
  redirects: string[] = [],
  documents: Record<string, string> = {},
) =>
  verify({
    pages: [
      { output: "index.html", outline: pageOutline(html), source: "content/en/index.md" },
      {
        output: "about/index.html",
        outline: pageOutline('<h2 id="河">x</h2>'),
        source: "content/en/about.md",
      },
    ],
    styles,
    documents: new Map(Object.entries(documents)),
    files: new Set(["index.html", "about/index.html", ...Object.keys(documents), ...files]),
    redirects: new Set(redirects),
    origin: "https://example.org",
    prefix,
  }).map(({ source, message }) => `${source}: ${message}`);

test("a sound site has no faults", () => {
  assert.deepEqual(
    site('<a href="/about/#%E6%B2%B3">x</a><a href="https://elsewhere.org/x">y</a>'),
    [],
  );
});

test("a link to nowhere is named with its page", () => {
  assert.deepEqual(site('<a href="/about/">x</a><a href="/abuot/">y</a>'), [
    "content/en/index.md: “/abuot/” leads to no file of the site",
  ]);
});

test("an absolute address of the site itself is followed too", () => {
  assert.deepEqual(site('<a href="/about/">x</a><link href="https://example.org/gone.css">'), [
    "content/en/index.md: “https://example.org/gone.css” leads to no file of the site",
  ]);
});

test("a fragment that its page does not have is a fault", () => {
  assert.deepEqual(site('<a href="/about/#river">x</a>'), [
    "content/en/index.md: “/about/#river” leads to a place that its page does not have",
  ]);
});

test("an id that stands twice is a fault", () => {
  assert.deepEqual(site('<a href="/about/">x</a><p id="a"></p><p id="a"></p>'), [
    "content/en/index.md: the id “a” stands more than once",
  ]);
});

test("every candidate of a srcset is followed", () => {
  assert.deepEqual(site('<a href="/about/">x</a><img srcset="/a.jpg 1x, /b.jpg 2x">', ["a.jpg"]), [
    "content/en/index.md: “/b.jpg” leads to no file of the site",
  ]);
});

test("an address outside the base path is a fault", () => {
  assert.deepEqual(site('<a href="/about/">x</a>', [], "/twinning/"), [
    "content/en/index.md: “/about/” is not under the base path",
    "about/index.html: nothing in the site refers to this file",
  ]);
});

test("a file that nothing refers to is a fault", () => {
  assert.deepEqual(site('<a href="/about/">x</a>', ["photos/a.avif"]), [
    "photos/a.avif: nothing in the site refers to this file",
  ]);
});

test("a font that the stylesheet names is used, and a misspelt one is a fault", () => {
  const css = '@font-face{src:url("/fonts/a.woff2")}@font-face{src:url(/fonts/b.woff2)}';
  assert.deepEqual(site('<a href="/about/">x</a>', ["fonts/a.woff2"], "/", css), [
    "assets/styles/index.css: “/fonts/b.woff2” leads to no file of the site",
  ]);
});

test("nothing need refer to a page at an old address, but what it leads to must be there", () => {
  const old = '<a href="/about/">x</a><a href="/gone/">y</a>';
  assert.deepEqual(site(old, ["old/index.html"], "/", "", ["old/index.html"]), [
    "content/en/index.md: “/gone/” leads to no file of the site",
  ]);
});

test("addresses that only machines read are followed as well", () => {
  const documents = {
    "feed.xml":
      '<feed><link href="https://example.org/about/"/><id>https://example.org/gone/</id></feed>',
    "site.webmanifest": '{"start_url": "/lost/", "icons": [{"src":"/icon.png"}]}',
    "robots.txt": "Sitemap: https://example.org/sitemap.xml\n",
  };
  const html =
    '<meta property="og:image" content="https://example.org/card.jpg"><link href="/feed.xml">' +
    '<link href="/site.webmanifest"><script type="application/ld+json">' +
    '{"@id":"https://example.org/#society","url":"https://example.org/nowhere/"}</script>';

  assert.deepEqual(site(html, ["icon.png"], "/", "", [], documents), [
    "content/en/index.md: “https://example.org/nowhere/” leads to no file of the site",
    "content/en/index.md: “https://example.org/card.jpg” leads to no file of the site",
    "feed.xml: “https://example.org/gone/” leads to no file of the site",
    "site.webmanifest: “/lost/” leads to no file of the site",
    "robots.txt: “https://example.org/sitemap.xml” leads to no file of the site",
  ]);
});

test("an address that a vCard folds into two lines is followed whole", () => {
  const card =
    "BEGIN:VCARD\r\nURL:https://example.org/ab\r\n out/\r\nURL:https://example.org/n\r\n one/\r\n";
  assert.deepEqual(
    site('<a href="/about/">x</a><a href="/a.vcf">y</a>', [], "/", "", [], { "a.vcf": card }),
    ["a.vcf: “https://example.org/none/” leads to no file of the site"],
  );
});

test("an old address of the site in the words of an article is a text and leads nowhere", () => {
  const words = "Until 2020 this page was at https://example.org/old-news/";
  const documents = {
    "feed.json": JSON.stringify({
      content_html: `<p>${words}</p>`,
      url: "https://example.org/about/",
    }),
    "feed.xml": `<feed><id>https://example.org/about/</id><summary>${words}</summary></feed>`,
  };
  const links = Object.keys(documents).map((name) => `<link href="/${name}">`);

  assert.deepEqual(site(links.join(""), [], "/", "", [], documents), []);
});
