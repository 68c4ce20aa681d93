import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { expectedHeaders } from "../../support/hosts/expected-headers.ts";
import { observatoryScore } from "../../support/hosts/observatory-score.ts";
import { siteTable } from "../../support/hosts/site-table.ts";
import { assertNoFaults } from "../../support/site/assert-no-faults.ts";
import { builtSite } from "../../support/site/built-site.ts";
import type { Page } from "../../support/site/read-site.ts";

const table = siteTable(builtSite);
const documents = [...builtSite.pages, ...builtSite.redirects];

/** The policy that hosts send with a page. */
function sent({ file }: Page): string {
  return expectedHeaders(table, file).get("content-security-policy")?.join() ?? "";
}

/** The policy that a page carries itself. */
function carried({ tags }: Page): string | undefined {
  const isPolicy = (value?: string) => value?.toLowerCase() === "content-security-policy";
  return tags.find(({ attributes }) => isPolicy(attributes["http-equiv"]))?.attributes.content;
}

test("every page carries the policy of the table, without frame-ancestors", () => {
  const other = documents.filter((page) => {
    return `${carried(page)}; frame-ancestors 'none'` !== sent(page);
  });
  assertNoFaults(other.map((page) => `${page.address}  ${carried(page)}`));
});

test("the policy stands before anything that it is about", () => {
  const late = documents.filter(({ tags }) => {
    const head = tags.filter(({ ancestors }) => ancestors.at(-1)?.name === "head");
    const policy = head.findIndex(({ attributes }) => attributes["http-equiv"]);
    return head.slice(0, policy).some(({ attributes }) => attributes.charset === undefined);
  });
  assertNoFaults(late.map(({ address }) => address));
});

test("the hash in the policy is that of the styles as the minifier left them", () => {
  const wrong = documents.filter((page) => {
    const styles = page.tags.filter(({ name }) => name === "style");
    const hashes = styles.map(({ text }) => createHash("sha256").update(text).digest("base64"));
    return !hashes.every((hash) => sent(page).includes(`style-src 'sha256-${hash}';`));
  });
  assertNoFaults(wrong.map(({ address }) => address));
});

test("nothing is allowed in general, and nothing that a page could be made to do", () => {
  const policies = table.filter(({ header }) => header === "Content-Security-Policy");
  assert.ok(policies.length >= 3);
  for (const { value } of policies) {
    assert.match(value, /^default-src 'none';/);
    assert.doesNotMatch(value, /unsafe-(?:inline|hashes)|(?<!wasm-)unsafe-eval|data:|https?:|\*/);
    assert.match(value, /frame-ancestors 'none'/);
  }
  const wasm = policies.filter(({ value }) => value.includes("wasm-unsafe-eval"));
  assert.deepEqual(
    wasm.map(({ on }) => on),
    [["search program"]],
  );
});

test("a page with a form may send it, here and nowhere else; no other page may", () => {
  const wrong = documents.filter((page) => {
    const hasForm = page.tags.some(({ name }) => name === "form");
    return !sent(page).includes(`form-action ${hasForm ? "'self'" : "'none'"};`);
  });
  assertNoFaults(wrong.map(({ address }) => address));
});

test("every page has 130 points at the Mozilla Observatory, an A+", () => {
  const scores = documents.map((page) => {
    const headers = expectedHeaders(table, page.file);
    return observatoryScore({ status: 200, headers, body: Buffer.alloc(0) }, page.html);
  });
  assert.deepEqual([...new Set(scores)], [130]);
});

test("no style stands in an attribute, where the policy would not let it act", () => {
  const faults = documents.flatMap(({ address, tags }) =>
    tags.filter(({ attributes }) => attributes.style).map(({ name }) => `${address}  <${name}>`),
  );
  assertNoFaults(faults);
});
