import assert from "node:assert/strict";
import test from "node:test";
import { minify, pageOutline } from "../../../scripts/site/finish.ts";
import { verify } from "../../../scripts/site/verify.ts";
import { validHtml } from "../../support/rules/pages.ts";
import { normalTree, siteOfPages } from "../../support/site.ts";

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

const page = (body: string) =>
  `<!doctype html>\n<html lang="en-GB">\n  <head>\n <title>A &amp; B</title> </head>\n<body>\n${body}\n</body></html>`;

const bodies: Readonly<Record<string, string>> = {
  "spaces between inline elements":
    "<p><a href='/a/'>one</a> <b>two</b>\n<i>three</i><em>four</em></p>",
  "spaces around picture, cite, data and time":
    "<p>a <picture><img src=a.jpg alt=''></picture> b <cite>c</cite> <data value=1>d</data> <time>e</time> f</p>",
  "spaces between Han and Latin":
    "<p>上海 <b>Shanghai</b> 与利物浦\n<span>Liverpool</span> 相望</p>",
  "no space between Han": "<p>默西河<b>与</b>黄浦江</p>",
  "characters that mean something":
    "<p title='5 < 6 &amp; \"7\"'>5 &lt; 6 &amp;amp; &quot;x&quot; &nbsp; y</p>",
  "preformatted text": "<pre>  one\n    two   three\n</pre>",
  "empty attributes and booleans":
    "<p><img src=a.jpg alt=''></p><details open><summary>x</summary>y</details>",
  drawings:
    '<svg viewBox="0 0 10 10"><title>x y</title><path d="M0 0h10"/><text>a <tspan>b</tspan></text></svg>',
  "urls that end in a slash": "<p><a href=\"/about/\">x</a><br><a href='/a/'>y</a></p>",
};

for (const [name, body] of Object.entries(bodies)) {
  test(`minifying keeps ${name}`, async () => {
    const html = page(body);
    const minified = await minify(html);
    assert.equal(normalTree(minified), normalTree(html));
    assert.ok(minified.length < html.length);
  });
}

test("markup that cannot be parsed is an error, not a silent change", async () => {
  await assert.rejects(minify("<p>5 < 6"));
});

test("a title with an ampersand is still valid HTML, and not only by the leave of parsers", async () => {
  const html = page("<main><h1>Arts &amp; Culture: &amp;amp; and AT&amp;T &lt;b&gt;</h1></main>");
  assert.deepEqual(await validHtml(siteOfPages(new Map([["/", await minify(html)]]))), []);
});
