import assert from "node:assert/strict";
import test from "node:test";
import { readTokens } from "../../../scripts/outputs/read-tokens.ts";

test("tokens are followed through both tiers and both palettes", () => {
  const found = readTokens(`:root {
    --chart-ink: light-dark(#123, #FFEEDD); /* --no: #000; */
    --text: var(--chart-ink); --step: clamp(1rem, 2vw, 2rem);
  }`);
  const ink = { light: "#112233", dark: "#ffeedd" };
  assert.deepEqual(
    [...found],
    [
      ["chart-ink", ink],
      ["text", ink],
    ],
  );
  assert.throws(() => readTokens(":root { --text: var(--ink); }"), /--ink is not declared/);
  assert.throws(() => readTokens(":root { --a: var(--b); --b: var(--a); }"), /itself/);
  assert.throws(() => readTokens(":root { --a: #0008; }"), /not an opaque colour/);
});
