import assert from "node:assert/strict";
import test from "node:test";
import { minify } from "../../../scripts/html/minify.ts";
import { serialiseJsonLd } from "../../../scripts/outputs/structured-data.ts";
import { parsePage } from "../../support/site/parse-page.ts";
import { wildTexts } from "../../support/wild-texts.ts";

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
