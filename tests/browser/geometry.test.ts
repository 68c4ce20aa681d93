import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after } from "node:test";
import type { Page } from "playwright-core";
import { openStage } from "../support/browser.ts";
import { projectRoot } from "../support/files.ts";
import { builtFixture } from "../support/project.ts";
import { readSite } from "../support/site.ts";
import { settle } from "./probes.ts";

/** Where something that matters stands on a page, in CSS px from the page's upper left corner. */
interface Landmark {
  /** Its section and its element, such as `#liverpool img`. */
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

// What editors write would move the landmarks.
const site = await readSite(await builtFixture(), "https://www.l-s-p.org.uk", "/");
const stage = await openStage(site);
const renew = process.env.UPDATE_GEOMETRY === "1";
const remedy =
  "if this is meant, write the baseline anew: UPDATE_GEOMETRY=1 npm test -- tests/browser/geometry.test.ts";

/** The landmarks of every page, by its address; in the file each has a line, so that a change can be read. */
type Baseline = Record<string, Landmark[]>;
const baselines = await Promise.all(
  [390, 1280].map(async (width) => {
    const file = path.join(projectRoot, `tests/browser/geometry/${width}.tsv`);
    const before: Baseline = {};
    for (const line of (await readFile(file, "utf8")).trim().split("\n")) {
      const [address = "", what = "", ...edges] = line.split("\t");
      const [left = 0, right = 0, top = 0, bottom = 0] = edges.map(Number);
      before[address] ??= [];
      before[address].push({ what, left, right, top, bottom });
    }
    assert.ok(Object.keys(before).length > 1, `no baseline in ${file}`);
    return { width, file, before, now: {} as Baseline };
  }),
);

for (const { address } of site.pages) {
  test(`${address} is laid out as it was`, () =>
    stage.visit(address, {}, async (page) => {
      for (const { width, before, now } of baselines) {
        await page.setViewportSize({ width, height: 800 });
        now[address] = await findLandmarks(page);
        // A new page is no change of the design; it is taken up when the baseline is renewed.
        if (renew || !before[address]) continue;
        const faults = compareGeometry(before[address], now[address], width);
        assert.equal(faults.length, 0, [`at ${width} px:`, ...faults, remedy].join("\n"));
      }
    }));
}

/** What is told of a page that is changed by `content`. */
function changesOf(address: string, content: string, width: number): Promise<string[]> {
  const window = { viewport: { width, height: 800 }, bypassCSP: true };
  return stage.visit(address, window, async (page) => {
    const before = await findLandmarks(page);
    await page.addStyleTag({ content });
    return compareGeometry(before, await findLandmarks(page), width);
  });
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
  if (!renew) return;
  for (const { file, now } of baselines) {
    const lines = Object.entries(now)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([address, landmarks]) =>
        landmarks.map((one) => `${[address, ...Object.values(one)].join("\t")}\n`),
      );
    await writeFile(file, lines.join(""));
  }
});

/** How far an edge may move sideways, as a part of the window's width. */
const sideways = 0.02;
/** How far two things that stood apart may run into each other, px. */
const overlap = 4;
/** What text of another font, or another text, may do to a height: a line or two, and a third. */
const lines = 60;
const share = 1 / 3;
/** What is as high as the design makes it, whatever stands in it. */
const isPicture = /(^| )(img|svg\S*)$/;
/** What is as wide as its words: it hangs on one edge, and the other follows the font. */
const shrinks = /(^| )(\.cartouche|\.navigation|\.language-switch|nav)$/;
/** What holds the words of editors, as many as they like. */
const grows =
  /(^| )(main|\.prose|#\S+|\.(page|news|article|newest|notice\S*|timeline|crossing|neighbours))$/;

/**
 * What has changed of a page's geometry: what is gone, what has moved or become wider, higher or
 * flatter, what overlaps. What is new is no fault. Heights of pictures must stay, those of texts
 * roughly, so that neither another font nor another version of the browser is a change.
 *
 * @param width of the window, px
 */
function compareGeometry(
  before: readonly Landmark[],
  now: readonly Landmark[],
  width: number,
): string[] {
  const faults: string[] = [];
  const pairs: { was: Landmark; is: Landmark }[] = [];
  for (const was of before) {
    const is = now.find(({ what }) => what === was.what);
    if (is) pairs.push({ was, is });
    else faults.push(`${was.what} is gone`);
  }
  for (const { was, is } of pairs) {
    const moved = (["left", "right"] as const).filter(
      (edge) => Math.abs(is[edge] - was[edge]) > width * sideways,
    );
    if (moved.length > (shrinks.test(was.what) ? 1 : 0)) {
      const [from, to] = [was, is].map(({ left, right }) => `${left}–${right}`);
      faults.push(`${was.what} reaches over ${to} px, was ${from}`);
    }
    const [height, former] = [is.bottom - is.top, was.bottom - was.top];
    const slack = isPicture.test(was.what) ? former * 0.05 + 4 : lines + former * share;
    if (!grows.test(was.what) && Math.abs(height - former) > slack) {
      faults.push(`${was.what} is ${height} px high, was ${former}`);
    }
  }
  pairs.forEach(({ was, is }, at) => {
    for (const next of pairs.slice(at + 1)) {
      if (gap(was, next.was) >= 0 && gap(is, next.is) < -overlap) {
        faults.push(`${next.was.what} stood apart from ${was.what} and does no longer`);
      }
      if (depth(next.was, was) >= 0 && depth(next.is, is) < -width * sideways) {
        faults.push(`${next.was.what} stood inside ${was.what} and does no longer`);
      }
      if (was.bottom <= next.was.top && next.is.bottom <= is.top) {
        faults.push(`${next.was.what} was below ${was.what} and is above it`);
      }
    }
  });
  return faults;
}

/** How far two things stand apart, px; below zero, how far they run into each other. */
function gap(one: Landmark, other: Landmark): number {
  const across = Math.max(other.left - one.right, one.left - other.right);
  return Math.max(across, other.top - one.bottom, one.top - other.bottom);
}

/** How far a thing is from the edges of another that it stands in, px; below zero where it stands out. */
function depth(inner: Landmark, outer: Landmark): number {
  const across = Math.min(inner.left - outer.left, outer.right - inner.right);
  return Math.min(across, inner.top - outer.top, outer.bottom - inner.bottom);
}

// What an editor writes is one box: a heading more in a text, or an article more in a list, is no
// change of the design. Of things that come many times the first one is taken.
const script = `(() => {
  const selector = "header, nav, main, footer, article, section, aside, address, figure, table, " +
    "th[scope=col], h1, h2, h3, img, svg, .prose, .dateline, .pager, .cartouche, .language-switch";
  const nameOf = (element) => {
    const name = element.className.baseVal ?? element.className;
    const [first] = name.split(" ").filter((word) => word !== "" && !word.startsWith("tone-"));
    if (/^(main|h1)$/.test(element.localName)) return element.localName;
    // A title may be set in the system's face today, in ours tomorrow.
    if (/^(h2|h3|img|svg|th)$/.test(element.localName)) {
      return element.localName + (element.localName === "svg" ? "." + first : "");
    }
    if (element.id && element.localName === "section") return "#" + element.id;
    return first ? "." + first : element.localName;
  };
  const found = new Map();
  for (const element of document.body.querySelectorAll(selector)) {
    if (element.parentElement.closest(".prose, svg") || !element.checkVisibility()) continue;
    const around = element.parentElement.closest("section, article, header, footer, nav, address");
    let what = (around ? nameOf(around) + " " : "") + nameOf(element);
    // The columns of a table are few and each is one of its own.
    if (element.localName === "th") what += " " + (element.cellIndex + 1);
    if (found.has(what)) continue;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const box = { left, right, top: top + scrollY, bottom: bottom + scrollY };
    for (const side in box) box[side] = Math.round(box[side]);
    found.set(what, { what, ...box });
  }
  return [...found.values()];
})()`;

/** The landmarks, headings and pictures of a page as it stands, in the order of the document. */
async function findLandmarks(page: Page): Promise<Landmark[]> {
  await settle(page);
  return page.evaluate<Landmark[]>(script);
}
