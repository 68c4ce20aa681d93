import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { EnvironmentFailure } from "../../../scripts/lib/failure.ts";
import { openTerminal } from "../../../scripts/new/open-terminal.ts";

test("lines pasted all at once answer one question each; after the last comes no answer", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const terminal = openTerminal(input, output);
  input.end("River festival\n\n2026-12-01\n");
  assert.equal(await terminal.ask("Title: "), "River festival");
  assert.equal(await terminal.ask("Summary: "), "");
  assert.equal(await terminal.ask("Day: "), "2026-12-01");
  await assert.rejects(terminal.ask("Title in Chinese: "), {
    constructor: EnvironmentFailure,
    message: "Stopped before all was said: nothing was written — start again",
  });
  terminal.close();
  assert.equal(output.read().toString(), "Title: Summary: Day: Title in Chinese: \n");
});
