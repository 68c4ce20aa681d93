import assert from "node:assert/strict";
import { test } from "node:test";
import { robotsText } from "../../../../scripts/outputs/sitemap/robots-text.ts";
import { readRobots } from "../../../support/read-robots.ts";

test("every robot may read everything and is told of the sitemap", () => {
  const sitemap = "https://example.org/twinning/sitemap.xml";
  const robots = readRobots("https://example.org/robots.txt", robotsText(sitemap));
  assert.deepEqual(robots.getSitemaps(), [sitemap]);
  for (const address of ["", "zh/news/", "search/?q=river", "photos/a.jpg"]) {
    assert.equal(robots.isAllowed(`https://example.org/${address}`, "AnyBot"), true, address);
  }
});
