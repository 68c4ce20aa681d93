import assert from "node:assert/strict";
import test from "node:test";
import { finishPage, minify, pageOutline } from "../../../scripts/site/finish.ts";
import { outwardOutline, verify } from "../../../scripts/site/verify.ts";
import { validHtml } from "../../support/rules/pages.ts";
import { normalTree, siteOfPages } from "../../support/site.ts";
import { testTable } from "../../support/tables.ts";

interface Staged {
  html?: string;
  files?: string[];
  prefix?: string;
  styles?: string;
  redirects?: string[];
  documents?: Record<string, string>;
}

const toAbout = '<a href="/about/">x</a>';

function faults({ html = toAbout, files = [], documents = {}, ...own }: Staged): string[] {
  const site = { origin: "https://example.org", prefix: own.prefix ?? "/" };
  const page = (output: string, source: string, written: string) => {
    return { output, source, outline: outwardOutline(pageOutline(written), output, site) };
  };
  const pages = [
    page("index.html", "content/en/index.md", html),
    page("about/index.html", "content/en/about.md", '<h2 id="河">x</h2>'),
  ];
  const found = verify({
    ...site,
    pages,
    styles: own.styles === undefined ? [] : [own.styles],
    documents: new Map(Object.entries(documents)),
    files: new Set([...pages.map(({ output }) => output), ...Object.keys(documents), ...files]),
    redirects: new Set(own.redirects),
  });
  return found.map(({ source, message }) => `${source}: ${message}`);
}

/** A file that only machines read, to which the page refers. */
const read = (file: string) => (text: string) =>
  faults({ html: `${toAbout}<link href="/${file}">`, documents: { [file]: text } });

const page = (body: string) =>
  `<!doctype html>\n<html lang="en-GB">\n  <head>\n <title>A &amp; B</title> </head>\n<body>\n${body}\n</body></html>`;

testTable("finished-pages", {
  "the page, beside /about/": (html) => faults({ html }),
  "the page, beside /about/ and a.jpg": (html) => faults({ html, files: ["a.jpg"] }),
  "the page, below /twinning/": (html) => faults({ html, prefix: "/twinning/" }),
  "the page, at an old address too": (html) =>
    faults({ html, files: ["old/index.html"], redirects: ["old/index.html"] }),
  "the stylesheet, beside fonts/a.woff2": (styles) => faults({ styles, files: ["fonts/a.woff2"] }),
  "feed.xml": read("feed.xml"),
  "feed.json": read("feed.json"),
  "site.webmanifest": read("site.webmanifest"),
  "robots.txt": read("robots.txt"),
  "a.vcf": read("a.vcf"),
  "minified, it is the same": async (body) => {
    const html = page(body);
    const minified = await minify(html);
    assert.equal(normalTree(minified), normalTree(html));
    assert.ok(minified.length < html.length);
    return undefined;
  },
});

test("a Chinese page whose headings need a letter that the heading font lacks sets all in another", async () => {
  const styles = { welcome: "", other: "" };
  const isOther = async (tag: string, headings: string) => {
    const html = `<html lang="${tag}"><body><main id="content">${headings}<h4>龘</h4><p>龘</p></main>`;
    const { bytes } = await finishPage(html, {
      names: [],
      styles,
      glyphs: "上海港&1",
      minified: true,
    });
    return new TextDecoder().decode(bytes).includes("<main class=system-serif id=content>");
  };
  for (const headings of ["<h1>上海</h1>\n<h2 id=a>港 &amp; <b>海</b></h2><h3>1</h3>", ""]) {
    assert.equal(await isOther("zh-Hans", headings), false, headings);
  }
  for (const headings of ["<h1>上海</h1><h2>龘</h2>", "<h1>上\n海。</h1>", "<h3>2</h3>"]) {
    assert.equal(await isOther("zh-Hans", headings), true, headings);
    assert.equal(await isOther("en-GB", headings), false, headings);
  }
});

test("markup that cannot be parsed is an error, not a silent change", async () => {
  await assert.rejects(minify("<p>5 < 6"));
});

test("a title with an ampersand is still valid HTML, and not only by the leave of parsers", async () => {
  const html = page("<main><h1>Arts &amp; Culture: &amp;amp; and AT&amp;T &lt;b&gt;</h1></main>");
  assert.deepEqual(await validHtml(siteOfPages(new Map([["/", await minify(html)]]))), []);
});
