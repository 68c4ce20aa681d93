import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import type { AnyPage } from "../../scripts/browser/pages.ts";
import { spaced } from "../../scripts/site/spacing.ts";
import { builtSite } from "../support/built-site.ts";
import type { Page as SitePage } from "../support/site.ts";

/**
 * Lets the browser draw, frame by frame, until `script` is true; fails with `hope` after 120 frames.
 * Works with scripts off too, when a page can wait for nothing itself.
 */
export async function drawnUntil(page: Page, script: string, hope: string): Promise<void> {
  for (let drawn = 0; drawn < 120; drawn += 1) {
    if (await page.evaluate<boolean>(script)) return;
    // A picture of the page is not taken before a frame is drawn.
    await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  }
  assert.fail(`never happened: ${hope}`);
}

/**
 * What is wrong with the elements that `selector` finds. `rule` is the body of a function in the page
 * that tells a fault by `say`; it has the `element`, its `style` and `box`, its own `words` (without
 * those of elements in it) and whether it `isVisible`. A string, since tsx adds calls to functions
 * that the page does not have.
 */
export function faultsAmong(page: AnyPage, selector: string, rule: string): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const faults = [];
    for (const element of document.querySelectorAll(${JSON.stringify(selector)})) {
      const own = [...element.childNodes].filter((node) => node.nodeType === 3);
      const words = element.localName === "style" ? "" : own.map(({ data }) => data).join("").trim();
      const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()];
      const isVisible = element.checkVisibility();
      const say = (what) => faults.push(element.outerHTML.slice(0, 90) + ": " + what);
      (() => { ${rule} })();
    }
    return faults;
  })()`);
}

/** How many px of a page must be scrolled to from side to side, and what sticks out there. */
export async function overflow(page: AnyPage): Promise<string[]> {
  const root = "document.documentElement";
  const px = await page.evaluate<number>(`${root}.scrollWidth - ${root}.clientWidth`);
  const out = `if (box.right > ${root}.clientWidth + 0.5) say("sticks out")`;
  return px <= 0 ? [] : [`${px} px too wide`, ...(await faultsAmong(page, "body *", out))];
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Barriers that axe knows. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target}\n  ${failureSummary}`),
  );
}

/** A page of the site and its kind, as the class of its `body` names it: `welcome`, `article`. */
interface KindOfPage {
  kind: string;
  address: string;
  language: SitePage["language"];
}

/** The richest page, by its number of elements, of every kind in each language. */
export const oneOfEachKind: readonly KindOfPage[] = [
  ...new Map(
    builtSite.pages
      .toSorted((one, other) => one.tags.length - other.tags.length)
      .map(({ address, language, tags }) => {
        const body = tags.find(({ name }) => name === "body");
        const kind = /(?:^| )page-(\S+)/.exec(body?.attributes.class ?? "")?.[1];
        assert.ok(kind, `the body of ${address} names a kind`);
        return [`${language} ${kind}`, { kind, address, language }] as const;
      }),
  ).values(),
];

/** Searches that find something: for a word that stands on the page about us, in each language. */
export const searches: readonly string[] = (
  [
    ["/about/", /[a-z]{6,}/],
    ["/zh/about/", /\p{Script=Han}{2}/u],
  ] as const
).map(([about, word]) => {
  const page = builtSite.pages.find(({ address }) => address === about);
  const main = page?.tags.filter(({ ancestors }) => ancestors.some(({ name }) => name === "main"));
  const text = main?.find(({ name }) => name === "p")?.text ?? "";
  return `${about.replace("about", "search")}?q=${encodeURIComponent(word.exec(text)?.[0] ?? "")}`;
});

// Not `decode()`: it fails where the window has just become wider and another file of the picture
// is on its way.
const script = `(async () => {
  const settled = (image) => image.complete || new Promise((resolve) => {
    image.addEventListener("load", resolve);
    image.addEventListener("error", resolve);
  });
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map(settled));
  await document.fonts.ready;
})()`;

/** Waits until every picture and every font of a page is there. Needs scripts to be on. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(script);
}

/**
 * A script for a page: what has no room. Words and numbers in two lines, text that is clipped, text on
 * other text, a page that can be scrolled sideways. Returns a list of faults.
 */
export const squeezedText = `(() => {
  const faults = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push("the page is " + scrollWidth + " px wide");

  // Every run of text with its lines. A fifth of a line's box on either side is air.
  const runs = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() === "" || parent.closest("svg, .skip-link, style")) continue;
    if (!parent.checkVisibility()) continue;
    const range = document.createRange();
    const isVertical = getComputedStyle(parent).writingMode !== "horizontal-tb";
    for (const { 0: word, index } of node.data.matchAll(/[\\p{Script=Latin}\\d°′’]+(?:[.,]\\d+[°′]?)*/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      // WebKit has an empty one, too, at the end of the line before.
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width * height > 0);
      const lines = new Set(boxes.map(({ left, top }) => Math.round(isVertical ? left : top)));
      if (lines.size > 1) faults.push(word + " is torn");
    }
    range.selectNodeContents(node);
    let block = parent;
    while (/^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
    const lines = [...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const across = isVertical ? (right - left) / 5 : 1;
      const along = isVertical ? 1 : (bottom - top) / 5;
      return { left: left + across, right: right - across, top: top + along, bottom: bottom - along };
    });
    runs.push({ words: node.data.trim().slice(0, 40), parent, block, lines });
  }

  for (const { words, parent, lines } of runs) {
    for (let at = parent; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const edge = at.getBoundingClientRect();
      const isOut = lines.some(
        ({ left, right, top, bottom }) =>
          (/hidden|clip/.test(overflowX) && (left < edge.left - 1 || right > edge.right + 1)) ||
          (/hidden|clip/.test(overflowY) && (top < edge.top - 1 || bottom > edge.bottom + 1)),
      );
      if (isOut) faults.push(words + ": clipped by " + (at.className || at.localName));
    }
  }

  const isOver = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  runs.forEach((one, at) => {
    for (const other of runs.slice(at + 1)) {
      if (one.block === other.block) continue;
      if (one.lines.some((line) => other.lines.some((next) => isOver(line, next)))) {
        faults.push(one.words + " lies on " + other.words);
      }
    }
  });

  // Words on a photograph must stay on the frame that they stand in.
  for (const photo of document.querySelectorAll(".screen-photo")) {
    const frame = photo.getBoundingClientRect();
    for (const { words, block, lines } of runs) {
      if (!photo.contains(block)) continue;
      const isOut = lines.some(
        ({ left, right, top, bottom }) =>
          left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom,
      );
      if (isOut) faults.push(words + ": leaves the frame of its photograph");
    }
  }
  return faults;
})()`;

const home = readFileSync(path.join(builtSite.folder, "index.html"), "utf8");
const styles = /<style>.*?<\/style>/s.exec(home)?.[0] ?? assert.fail("pages have styles");

/** A page of our own words in the styles of the site, so that no change of the site's undoes a proof. */
export function ownPage(tag: string, words: string): string {
  const head = `<!doctype html><html lang=${tag}><meta charset=utf-8>${styles}`;
  return spaced(`${head}<main><div class=prose>${words}</div></main>`, []);
}

const closing = [..."）》」』】〗〕］｝〉”’、，。．；：！？"];
const opening = [..."（《「『【〖〔［｛〈“‘"];

/** Every two Chinese marks that share their blank halves, some threes, and marks in elements of their own. */
export const marksSideBySide: string = [
  ...closing.flatMap((one) => [...closing, ...opening, "·"].map((other) => one + other)),
  ...[...opening, "·"].flatMap((one) => opening.map((other) => one + other)),
  ...["》），", "）。”", "》（《", "：“《", "》），《", "（“”）"],
  "<a href=/>《口》</a>（<cite>《港》</cite>，<em>市</em>）",
]
  .map((marks) => `<p>港${marks}口`)
  .join("");

/**
 * A script for a page of any engine: Chinese marks side by side that take more or less room than a
 * character and a half for two, two for three; a mark that opens keeps its room behind one that does
 * not close. Returns a list of faults.
 */
export const misspacedMarks = `(() => {
  const [opening, middle] = ["${opening.join("")}", "·・"];
  const marks = opening + middle + "${closing.join("")}";
  const faults = [];
  const range = document.createRange();
  const measure = (run) => {
    if (run.length < 2) return;
    const keep = ({ mark }, at) => (opening + middle).includes(run[at - 1]?.mark) && !opening.includes(mark);
    const width = (run.at(-1).box.right - run[0].box.left) / run[0].size;
    const wanted = (run.length + 1 + run.filter(keep).length) / 2;
    const words = run.map(({ mark }) => mark).join("");
    if (Math.abs(width - wanted) > 0.05) faults.push(words + " is " + width.toFixed(2) + " em wide");
  };
  for (const block of document.querySelectorAll(":is(p, h1, h2, h3, h4, li, dd, td, figcaption):lang(zh)")) {
    if (!block.checkVisibility()) continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let run = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const [box] = range.getClientRects();
        const mark = node.data[at];
        const isMark = box && marks.includes(mark) && parent.matches(":lang(zh):not(.apostrophe)");
        // On the next line it is beside nothing.
        if (!isMark || run.at(-1)?.box.bottom <= box.top) {
          measure(run);
          run = [];
        }
        if (isMark) run.push({ mark, box, size });
      }
    }
    measure(run);
  }
  return faults;
})()`;

/** A script for a page: leaves its browser with no more than those have that know no `text-spacing-trim`. */
export const trimNothing = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { text-spacing-trim: space-all !important }");
  document.adoptedStyleSheets.push(sheet);
})()`;

/** The faces that the browser really took for the own words of what `selector` finds, and of what is in it. */
export async function facesOf(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  assert.equal(nodeIds.length, await page.locator(selector).count());
  return Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      const { outerHTML } = await session.send("DOM.getOuterHTML", { nodeId });
      return { html: outerHTML.replace(/\s+/g, " "), fonts };
    }),
  );
}
