import assert from "node:assert/strict";
import test from "node:test";
import { chooseAddresses } from "../../../scripts/cli/site.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";

const all = ["/", "/about/", "/zh/"];

test("all pages unless told, and then those that were named", () => {
  assert.deepEqual(chooseAddresses(all, []), all);
  assert.deepEqual(chooseAddresses(all, ["/zh/", "/"]), ["/", "/zh/"]);
});

test("an address that is none is told with the one that was meant", () => {
  assert.throws(
    () => chooseAddresses(all, ["/abuot/"]),
    (error) => error instanceof EnvironmentFailure && /\/abuot\/.*\/about\//.test(error.message),
  );
});
