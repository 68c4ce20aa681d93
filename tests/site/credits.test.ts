import assert from "node:assert/strict";
import test from "node:test";
import { builtSite } from "../support/site/built-site.ts";
import type { Page } from "../support/site/read-site.ts";

/** Names of the photographs that a page shows, without width and hash. */
const photographsOn = ({ tags }: Page): string[] =>
  tags
    .filter(({ name }) => name === "img")
    .flatMap(
      ({ attributes }) => /\/photos\/(.+)-\d+\.\w+\.jpg$/.exec(attributes.src ?? "")?.[1] ?? [],
    );

test("every photograph of the site is credited once, in both languages", () => {
  const shown = [...new Set(builtSite.pages.flatMap(photographsOn))].sort();
  assert.ok(shown.length > 0);
  for (const address of ["/credits/", "/zh/credits/"]) {
    const page = builtSite.pages.find((candidate) => candidate.address === address);
    assert.ok(page, `${address} is no page`);
    assert.deepEqual(photographsOn(page).sort(), shown, address);
  }
});
