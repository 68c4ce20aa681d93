import assert from "node:assert/strict";
import { copyFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after } from "node:test";
import sharp from "sharp";
import { overBudget, weighPage } from "../../scripts/bench/weigh.ts";
import { scrollThrough } from "../../scripts/browser/pages.ts";
import { openStage } from "../support/browser.ts";
import { builtProject, runCommand } from "../support/project.ts";
import { assertNoFaults } from "../support/site.ts";
import { faultsAmong, overflow } from "./probes.ts";

/** Photographs that are higher than a window, or smaller than their slot, in pixels. */
const photographs: Readonly<Record<string, readonly [number, number]>> = {
  "four-by-three": [2000, 1500],
  square: [1500, 1500],
  portrait: [1500, 2500],
  "four-by-five": [1600, 2000],
  telephone: [1080, 1920],
  strip: [1000, 3000],
  small: [200, 125],
  dot: [1, 1],
};

// An article for each, that leads with it and has it in its text.
const project = await builtProject();
after(() => project[Symbol.asyncDispose]());
const assets = path.join(project.root, "assets/photos");
for (const [name, [width, height]] of Object.entries(photographs)) {
  const picture = sharp({ create: { width, height, channels: 3, background: "#486" } });
  await picture.jpeg().toFile(path.join(assets, `${name}.jpg`));
  await copyFile(path.join(assets, "albert-dock.yaml"), path.join(assets, `${name}.yaml`));
  const text = `---
title: The ${name} photograph
summary: A photograph that is not as wide as the column of text.
date: 2026-01-15
photo: ../../../assets/photos/${name}.jpg
---

Before it.

![A green field](../../../assets/photos/${name}.jpg)

After it.
`;
  await writeFile(path.join(project.root, `content/en/news/${name}.md`), text);
}
const { code, stderr } = await runCommand(project.root, "build");
assert.equal(code, 0, stderr);
const stage = await openStage({ folder: path.join(project.root, "_site"), prefix: "/" });

/**
 * What is wrong with a photograph of `width` × `height` pixels. `naturalWidth` is what `sizes` says, of
 * which too much is asked only in windows about as narrow as the photograph.
 */
const ruleOf = ([width, height]: readonly [number, number]) => `
  if (box.height > innerHeight) say(box.height + " px high");
  if (box.width > ${width}) say(box.width + " px wide");
  if (Math.abs(box.height - (box.width * ${height}) / ${width}) > 2) say("is out of shape");
  const claim = element.naturalWidth;
  const isOnScreen = matchMedia("screen").matches && box.width < ${width};
  if (isOnScreen && (box.width > claim * 1.01 + 1 || box.width * 1.2 + 1 < claim))
    say("asks for " + claim + " of " + box.width);
  const caption = element.closest("figure").querySelector("figcaption").getBoundingClientRect();
  if (Math.abs(caption.left - box.left) > 1) say("its caption stands elsewhere");
  if (caption.width < Math.min(innerWidth * 0.8, 240)) say("its caption has no room");`;

/** A4 less margins of 15 mm. */
const sheet = { width: 680, height: 1009 };

const windows = [
  [320, 600],
  [390, 844],
  [768, 1024],
  [844, 390],
  [1024, 768],
  [1280, 600],
  [1280, 800],
  [1920, 1080],
] as const;

for (const [name, pixels] of Object.entries(photographs)) {
  const address = `/news/${name}/`;

  test(`the ${name} photograph is no higher than any window, no wider than itself, in shape`, () =>
    stage.visit(address, {}, async (page) => {
      for (const [width, height] of windows) {
        await page.setViewportSize({ width, height });
        await page.reload();
        await scrollThrough(page);
        const faults = [
          ...(await overflow(page)),
          ...(await faultsAmong(page, ".figure img", ruleOf(pixels))),
        ];
        assertNoFaults(faults.map((fault) => `at ${width} × ${height}: ${fault}`));
      }
    }));

  test(`the ${name} photograph fits a sheet of paper, and a window with text twice as large`, () =>
    stage.visit(address, { viewport: sheet, bypassCSP: true }, async (page) => {
      await scrollThrough(page);
      await page.emulateMedia({ media: "print" });
      assertNoFaults(await faultsAmong(page, ".figure img", ruleOf(pixels)));
      await page.emulateMedia({ media: "screen" });
      await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
      await page.setViewportSize({ width: 390, height: 844 });
      assertNoFaults(await overflow(page));
      const isHigh = "if (box.height > innerHeight) say(box.height + ' px high')";
      assertNoFaults(await faultsAmong(page, ".figure img", isHigh));
    }));

  test(`the ${name} photograph has its place before it is there`, async () => {
    const window = { viewport: { width: 1280, height: 800 } };
    const { shifts } = await weighPage(stage.browser, stage.url(address), window);
    assertNoFaults(overBudget({ firstView: [], whole: [], shifts }));
  });
}

test("a photograph that is too high, too wide or out of shape would be seen", () =>
  stage.visit("/news/small/", { bypassCSP: true }, async (page) => {
    const breaks = [
      ".figure img { inline-size: 100% }",
      ".figure img { block-size: 120svh }",
      ".figure { text-align: end } .figure img { margin-inline-start: auto }",
    ];
    for (const content of breaks) {
      await page.reload();
      assert.deepEqual(await faultsAmong(page, ".figure img", ruleOf([200, 125])), []);
      await page.addStyleTag({ content });
      assert.notDeepEqual(await faultsAmong(page, ".figure img", ruleOf([200, 125])), [], content);
    }
  }));
