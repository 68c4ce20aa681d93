import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { projectRoot } from "../../support/files.ts";
import { siteTokens } from "../styles/tokens.ts";

test("the icon has the colours of the site, by day and by night", async () => {
  const svg = await readFile(path.join(projectRoot, "assets/icons/icon.svg"), "utf8");
  const [day = "", night = ""] = svg.split("@media (prefers-color-scheme:dark)");
  const coloursIn = (css: string) => [...new Set(css.match(/#[\da-f]{6}/g))].sort();
  const tokens = siteTokens();
  const used = ["chart-paper", "chart-deep", "chart-magenta"].map((name) => tokens.get(name));
  assert.deepEqual(coloursIn(day), used.map((token) => token?.light).sort());
  assert.deepEqual(coloursIn(night), used.map((token) => token?.dark).sort());
});
