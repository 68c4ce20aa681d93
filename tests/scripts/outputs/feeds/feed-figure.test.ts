import assert from "node:assert/strict";
import { test } from "node:test";
import { feedFigure } from "../../../../scripts/outputs/feeds/feed-figure.ts";
import { parsePage } from "../../../support/site/parse-page.ts";

test("a photograph is HTML that a browser reads as it was meant, whatever its words", () => {
  const words = `"Ships" & <barges>, ]]> 'here'`;
  const html = feedFigure({
    src: "https://example.org/photos/a.jpg",
    alt: words,
    width: 1280,
    height: 853,
    caption: words,
  });
  const { tags } = parsePage(html);
  const body = tags.filter(({ ancestors }) => ancestors.some(({ name }) => name === "body"));
  assert.deepEqual(
    body.map(({ name }) => name),
    ["figure", "img", "figcaption"],
  );
  assert.deepEqual(body[1]?.attributes, {
    src: "https://example.org/photos/a.jpg",
    alt: words,
    width: "1280",
    height: "853",
  });
  assert.equal(body[2]?.text, words);
});
