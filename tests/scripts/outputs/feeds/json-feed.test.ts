import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJsonFeed } from "feedsmith";
import { jsonFeed } from "../../../../scripts/outputs/feeds/json-feed.ts";
import { sampleFeed } from "../../../support/sample-feed.ts";
import { wildTexts } from "../../../support/wild-texts.ts";

test("feedsmith reads every text as it was written", () => {
  const texts = [...wildTexts(60), "\u202eright to left", "\0\b\ufffe"];
  const feed = parseJsonFeed(jsonFeed(sampleFeed(texts)));
  const trimmed = (text: string | undefined) => (text ?? "").trim();
  assert.deepEqual(
    feed.items?.map(({ title, summary, content_html }) =>
      [title, summary, content_html].map(trimmed),
    ),
    texts.map((text) => [text, text, `<p>${text}</p>`].map(trimmed)),
  );
});

test("feedsmith reads what the feed is and where", () => {
  const feed = parseJsonFeed(jsonFeed(sampleFeed(["A river festival", "Two"])));
  assert.equal(feed.home_page_url, "https://example.org/news/");
  assert.equal(feed.feed_url, "https://example.org/feed.json");
  assert.equal(feed.language, "en-GB");
  assert.equal(feed.authors?.[0]?.url, "https://example.org/");
  assert.deepEqual(
    feed.items?.map((item) => [item.id, item.url, item.date_published, item.date_modified]),
    [
      [
        "tag:example.org,2026-11-23:en/news/0",
        "https://example.org/news/0/",
        "2025-05-28T00:00:00+01:00",
        "2025-05-28T00:00:00+01:00",
      ],
      [
        "tag:example.org,2026-11-23:en/news/1",
        "https://example.org/news/1/",
        undefined,
        "2025-05-28T00:00:00+01:00",
      ],
    ],
  );
});

test("the version that readers look for comes first", () => {
  assert.match(
    jsonFeed(sampleFeed([])),
    /^\{\s*"version": "https:\/\/jsonfeed\.org\/version\/1\.1"/,
  );
});
