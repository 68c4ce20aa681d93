import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { builtSite } from "../support/site/built-site.ts";

test("humans.txt names the society in both languages, and no day on which it was made", async () => {
  const text = await readFile(path.join(builtSite.folder, "humans.txt"), "utf8");
  assert.match(text, /^Society: The Twinning of the Cities of Liverpool and Shanghai$/m);
  assert.match(text, /^Society: 利物浦—上海友好城市$/m);
  assert.doesNotMatch(text, /last update|\d{4}/i);
});
