import test from "node:test";
import { contractAddresses } from "../support/rules/contract-addresses.ts";
import { headings } from "../support/rules/headings.ts";
import { noInlineCode } from "../support/rules/no-inline-code.ts";
import { noLeftovers } from "../support/rules/no-leftovers.ts";
import { uniqueIds } from "../support/rules/unique-ids.ts";
import { uniqueTitles } from "../support/rules/unique-titles.ts";
import { validHtml } from "../support/rules/valid-html.ts";
import { assertNoFaults } from "../support/site/assert-no-faults.ts";
import { builtSite } from "../support/site/built-site.ts";

test("every address of the contract is a page, in both languages", () => {
  assertNoFaults(contractAddresses(builtSite));
});

test("every page is valid HTML", async () => {
  assertNoFaults(await validHtml(builtSite));
});

test("every page has one h1 and leaves out no level of heading", () => {
  assertNoFaults(headings(builtSite));
});

test("every page has a title and a description of its own", () => {
  assertNoFaults(uniqueTitles(builtSite));
});

test("every id stands once on its page", () => {
  assertNoFaults(uniqueIds(builtSite));
});

test("no page shows what should have been a value", () => {
  assertNoFaults(noLeftovers(builtSite));
});

test("no page has inline styles, handlers or a script that is not listed", () => {
  assertNoFaults(noInlineCode(builtSite));
});
