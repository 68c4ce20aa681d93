import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { readHeadersFile } from "../../support/hosts/read-headers-file.ts";
import { ruleFaults } from "../../support/hosts/rule-faults.ts";
import { siteTable } from "../../support/hosts/site-table.ts";
import { assertNoFaults } from "../../support/site/assert-no-faults.ts";
import { builtSite } from "../../support/site/built-site.ts";

const file = path.join(builtSite.folder, "_headers");
const hosts = await readHeadersFile(file);
const table = siteTable(builtSite);

for (const [host, rules] of Object.entries(hosts)) {
  test(`${host} gives every file each header of the table once, by one rule`, () => {
    assert.ok(rules.length > 1);
    assertNoFaults(ruleFaults(rules, table, builtSite));
  });
}

test("a header that comes by two rules, or by none, would be seen", () => {
  const rules = hosts.Netlify ?? [];
  const twice = [...rules, { matches: /^.*\/about\//, values: { "Cache-Control": "no-cache" } }];
  assert.notDeepEqual(ruleFaults(twice, table, builtSite), []);
  assert.notDeepEqual(ruleFaults(rules.slice(1), table, builtSite), []);
});

test("_headers keeps what Cloudflare Pages takes", async () => {
  const lines = (await readFile(file, "utf8")).split("\n");
  // https://developers.cloudflare.com/pages/platform/limits/#headers
  assert.ok(lines.filter((line) => line.startsWith("/")).length <= 100);
  assert.deepEqual(
    lines.filter((line) => line.length > 2_000),
    [],
  );
  // https://developers.cloudflare.com/pages/platform/limits/#files
  assert.ok(builtSite.files.size <= 20_000);
});
