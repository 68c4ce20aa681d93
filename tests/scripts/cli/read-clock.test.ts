import assert from "node:assert/strict";
import { test } from "node:test";
import { readClock } from "../../../scripts/cli/read-clock.ts";
import { projectRoot } from "../../support/project-root.ts";

test("a date that comes from SOURCE_DATE_EPOCH is told, so that nobody looks for it in the content", async () => {
  const said: string[] = [];
  const now = await readClock(projectRoot, { SOURCE_DATE_EPOCH: "0" }, (line) => said.push(line));
  assert.equal(now, 0);
  assert.equal(said.length, 1);
  assert.match(said[0] ?? "", /1970-01-01.*SOURCE_DATE_EPOCH.*unset/);
});
