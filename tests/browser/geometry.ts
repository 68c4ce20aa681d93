import type { Page } from "playwright-core";
import { settle } from "./probes.ts";

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
export function compareGeometry(
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
      const apart = `${next.was.what} stood apart from ${was.what} and does no longer`;
      const inside = `${next.was.what} stood inside ${was.what} and does no longer`;
      if (areApart(was, next.was, 0) && !areApart(is, next.is, overlap)) faults.push(apart);
      if (isInside(next.was, was, 0) && !isInside(next.is, is, width * sideways))
        faults.push(inside);
      if (was.bottom <= next.was.top && next.is.bottom <= is.top) {
        faults.push(`${next.was.what} was below ${was.what} and is above it`);
      }
    }
  });
  return faults;
}

function areApart(one: Landmark, other: Landmark, slack: number): boolean {
  return (
    one.right <= other.left + slack ||
    other.right <= one.left + slack ||
    one.bottom <= other.top + slack ||
    other.bottom <= one.top + slack
  );
}

function isInside(inner: Landmark, outer: Landmark, slack: number): boolean {
  return (
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack
  );
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
export async function findLandmarks(page: Page): Promise<Landmark[]> {
  await settle(page);
  return page.evaluate<Landmark[]>(script);
}

/** Where something that matters stands on a page, in CSS px from the page's upper left corner. */
export interface Landmark {
  /** Its section and its element, such as `#liverpool img`. */
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}
