import test from "node:test";
import { everythingReferenced } from "../support/rules/everything-referenced.ts";
import { ownOrigin } from "../support/rules/own-origin.ts";
import { redirects } from "../support/rules/redirects.ts";
import { referencesResolve } from "../support/rules/references-resolve.ts";
import { assertNoFaults } from "../support/site/assert-no-faults.ts";
import { builtSite } from "../support/site/built-site.ts";

test("every link, picture, stylesheet, icon and fragment leads somewhere", () => {
  assertNoFaults(referencesResolve(builtSite));
});

test("every file is referred to, and every page is linked", () => {
  assertNoFaults(everythingReferenced(builtSite));
});

test("every old address leads on to a page", () => {
  assertNoFaults(redirects(builtSite));
});

test("no page asks another origin for anything", () => {
  assertNoFaults(ownOrigin(builtSite));
});
