import type { Landmark } from "./landmark.ts";

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
