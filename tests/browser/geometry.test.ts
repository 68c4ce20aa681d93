import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after } from "node:test";
import { openStage } from "../support/browser.ts";
import { projectRoot } from "../support/files.ts";
import { builtFixture } from "../support/project.ts";
import { readSite } from "../support/site.ts";
import { compareGeometry, findLandmarks, type Landmark } from "./geometry.ts";

// What editors write would move the landmarks.
const site = await readSite(await builtFixture(), "https://www.l-s-p.org.uk", "/");
const stage = await openStage(site);
const renew = process.env.UPDATE_GEOMETRY === "1";
const remedy =
  "if this is meant, write the baseline anew: UPDATE_GEOMETRY=1 npm test -- tests/browser/geometry.test.ts";

/** The landmarks of every page that has been looked at, by its address. */
type Baseline = Record<string, Landmark[]>;
const baselines = await Promise.all(
  [390, 1280].map(async (width) => {
    const file = path.join(projectRoot, `tests/browser/geometry/${width}.json`);
    const baseline = existsSync(file) ? readBaseline(await readFile(file, "utf8")) : {};
    return { width, file, baseline, now: {} as Baseline };
  }),
);

test("there is a baseline for every width", () => {
  for (const { file, baseline } of baselines) {
    assert.ok(renew || Object.keys(baseline).length > 0, `${file} is missing: ${remedy}`);
  }
});

for (const { address } of site.pages) {
  test(`${address} is laid out as it was`, () =>
    stage.visit({}, async (page) => {
      await page.goto(stage.url(address));
      for (const { width, baseline, now } of baselines) {
        await page.setViewportSize({ width, height: 800 });
        now[address] = await findLandmarks(page);
        // A new page is no change of the design; it is taken up when the baseline is renewed.
        if (renew || !baseline[address]) continue;
        const faults = compareGeometry(baseline[address], now[address], width);
        assert.equal(faults.length, 0, [`at ${width} px:`, ...faults, remedy].join("\n"));
      }
    }));
}

/** What is told of a page that is changed by `css`. */
async function changesOf(address: string, css: string, width: number): Promise<string[]> {
  let faults: string[] = [];
  await stage.visit({ viewport: { width, height: 800 }, bypassCSP: true }, async (page) => {
    await page.goto(stage.url(address));
    const before = await findLandmarks(page);
    await page.addStyleTag({ content: css });
    faults = compareGeometry(before, await findLandmarks(page), width);
  });
  return faults;
}

for (const { width } of baselines) {
  test(`a real change is seen at ${width} px`, async () => {
    for (const [address, css] of [
      ["/about/", ".site-header { display: none !important }"],
      ["/about/", "th:last-child, td:last-child { display: none !important }"],
      ["/about/", ".timeline { margin-block-start: -12rem !important }"],
      ["/", "img { inline-size: 50% !important }"],
      ["/", ".screen-shanghai img { display: none !important }"],
      ["/", ".diptych { display: block !important }"],
      ["/", "main { display: flex !important; flex-direction: column-reverse }"],
      ["/zh/contact/", "main { margin-inline-start: 3rem !important }"],
    ] as const) {
      assert.notDeepEqual(await changesOf(address, css, width), [], `${address} with ${css}`);
    }
  });

  test(`another font is no change at ${width} px`, async () => {
    for (const [address, css] of [
      ["/zh/", `body, body * { font-family: "Noto Serif CJK SC", serif !important }`],
      ["/zh/about/", `body, body * { font-family: "Noto Serif CJK SC", serif !important }`],
      ["/", "main { letter-spacing: 0.005em }"],
      ["/about/", "main { font-family: serif !important }"],
    ] as const) {
      assert.deepEqual(await changesOf(address, css, width), [], `${address} with ${css}`);
    }
  });
}

after(async () => {
  await stage.close();
  if (!renew) return;
  for (const { file, now } of baselines) await writeFile(file, asLines(now));
});

/** By page: each landmark’s left, right, top and bottom. */
function readBaseline(json: string): Baseline {
  const pages: Record<string, Record<string, [number, number, number, number]>> = JSON.parse(json);
  return Object.fromEntries(
    Object.entries(pages).map(([address, landmarks]) => [
      address,
      Object.entries(landmarks).map(([what, [left, right, top, bottom]]) => {
        return { what, left, right, top, bottom };
      }),
    ]),
  );
}

/** JSON with a line a landmark, so that a change of the baseline can be read. */
function asLines(baseline: Baseline): string {
  const pages = Object.entries(baseline)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, landmarks]) => {
      const lines = landmarks.map(
        ({ what, left, right, top, bottom }) =>
          `    ${JSON.stringify(what)}: [${[left, right, top, bottom].join(", ")}]`,
      );
      return `  ${JSON.stringify(address)}: {\n${lines.join(",\n")}\n  }`;
    });
  return `{\n${pages.join(",\n")}\n}\n`;
}
