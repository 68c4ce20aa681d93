import test from "node:test";
import { currentPage } from "../support/rules/current-page.ts";
import { landmarks } from "../support/rules/landmarks.ts";
import { skipLink } from "../support/rules/skip-link.ts";
import { assertNoFaults } from "../support/site/assert-no-faults.ts";
import { builtSite } from "../support/site/built-site.ts";

test("every page has one banner, one main, one footer and named navigation", () => {
  assertNoFaults(landmarks(builtSite));
});

test("every page begins with a link to its main content", () => {
  assertNoFaults(skipLink(builtSite));
});

test("the main navigation marks the page it is on", () => {
  assertNoFaults(currentPage(builtSite));
});
