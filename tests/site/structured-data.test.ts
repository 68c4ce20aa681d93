import assert from "node:assert/strict";
import test from "node:test";
import { structuredData } from "../support/rules/structured-data.ts";
import { assertNoFaults } from "../support/site/assert-no-faults.ts";
import { builtSite } from "../support/site/built-site.ts";
import { structuredDataOf, type Thing } from "../support/structured-data/structured-data-of.ts";

const thingsOf = (type: string): { address: string; thing: Thing }[] =>
  builtSite.pages.flatMap((page) =>
    structuredDataOf(page)
      .filter((thing) => thing["@type"] === type)
      .map((thing) => ({ address: page.address, thing })),
  );

test("every page describes itself as schema.org and Google have it", async () => {
  assertNoFaults(await structuredData(builtSite));
});

test("the society and the site are described on Welcome alone, in each language", () => {
  for (const type of ["Organization", "WebSite"]) {
    const addresses = thingsOf(type).map(({ address }) => address);
    assert.deepEqual(addresses.sort(), ["/", "/zh/"], type);
  }
});

test("every article is described, as what its heading says", () => {
  const described = new Map(thingsOf("NewsArticle").map(({ address, thing }) => [address, thing]));
  const articles = builtSite.pages.filter(({ tags }) =>
    tags.some(({ name, attributes }) => name === "body" && attributes.class === "page-article"),
  );
  assert.ok(articles.length > 0);
  for (const { address, tags } of articles) {
    const heading = tags.find(({ name }) => name === "h1")?.text.replace(/[ \n]+/g, " ");
    assert.equal(described.get(address)?.headline, heading);
  }
});

test("a photograph is there in three shapes, each with its terms", () => {
  const pictured = thingsOf("NewsArticle").filter(({ thing }) => thing.image !== undefined);
  assert.ok(pictured.length > 0);
  for (const { address, thing } of pictured) {
    const images = thing.image as { width: number; height: number; license: string }[];
    const shapes = images.map(({ width, height }) => (width / height).toFixed(2));
    assert.deepEqual(shapes, ["1.00", "1.33", "1.78"], address);
    for (const { license } of images) assert.ok(URL.canParse(license), address);
  }
});
