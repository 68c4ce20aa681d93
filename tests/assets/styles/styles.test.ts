import assert from "node:assert/strict";
import test from "node:test";
import { transform } from "lightningcss";
import { contrastRatio, declarationsOf, readStyles, siteTokens } from "./tokens.ts";

const styles = readStyles();
const index = styles.find(({ name }) => name === "index.css");
/** A feed is no page: browsers show it by an index of its own, which is made of the same parts. */
const indexes = ["index.css", "feed.css"];
const rest = styles.filter(({ name }) => !indexes.includes(name));
/** Where colours are named: the tokens, and the black and white that print makes of them. */
const components = styles.filter(
  ({ name }) => !["index.css", "tokens.css", "print.css"].includes(name),
);

test("the index declares the layers, imports into them and does nothing else", () => {
  assert.ok(index, "there is an index.css");
  const [order = "", ...imports] = index.css
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
  const layers = /^@layer ([\w-]+(?:, [\w-]+)*)$/.exec(order)?.[1]?.split(", ");
  assert.ok(layers, `the first statement orders the layers: ${order}`);
  const used = imports.map((statement) => {
    const layer = /^@import "[\w:.-]+" layer\(([\w-]+)\)$/.exec(statement)?.[1];
    assert.ok(
      layer && layers.includes(layer),
      `not an import into one of the layers: ${statement}`,
    );
    return layer;
  });
  assert.deepEqual([...new Set(used)].sort(), [...layers].sort(), "every layer is used");
});

test("every stylesheet is imported once, by the index only", () => {
  const imported = [...(index?.css ?? "").matchAll(/@import "([^"]+\.css)"/g)].map(
    ([, name]) => name,
  );
  assert.deepEqual(
    imported.sort(),
    rest.map(({ name }) => name),
  );
  for (const { name, css } of rest) assert.doesNotMatch(css, /@import|@layer/, name);
});

test("components use the second tier of tokens only, and tokens that exist", () => {
  const declared = new Set(
    styles.flatMap(({ css }) => [...css.matchAll(/--([\w-]+)\s*:/g)].map(([, name]) => name)),
  );
  for (const { name, css } of styles) {
    for (const [, used] of css.matchAll(/var\(--([\w-]+)/g)) {
      assert.ok(declared.has(used), `${name} uses --${used}, which nobody declares`);
    }
  }
  for (const { name, css } of components) assert.doesNotMatch(css, /--chart-/, name);
});

/** The colours that a stylesheet writes out itself; `transparent` is none. */
function rawColours(name: string, css: string): string[] {
  const found: string[] = [];
  transform({
    filename: name,
    code: Buffer.from(css),
    visitor: {
      Color(colour) {
        const named = JSON.stringify(colour);
        const isNone = typeof colour !== "string" && "alpha" in colour && colour.alpha === 0;
        const isOther = typeof colour === "string" || colour.type === "currentcolor";
        if (!isNone && !isOther) found.push(`${name}: ${named}`);
      },
    },
  });
  return found;
}

test("colours are written out in the tokens and in print only", () => {
  assert.deepEqual(
    components.flatMap(({ name, css }) => rawColours(name, css)),
    [],
  );
  const bad =
    "a { color: red; border: 1px solid #123; --x: rgb(1 2 3); fill: color-mix(in oklab, #fff, #000) }";
  assert.ok(rawColours("bad", bad).length >= 3, "and this test would see them");
  const good =
    "a { color: var(--x); background: transparent; stroke: CanvasText; fill: currentcolor }";
  assert.deepEqual(rawColours("good", good), []);
});

/** Properties of the window's sides where flow-relative ones exist: css-logical-1. */
const physical =
  /^((margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)(-|$)|(left|right|top|bottom)$|(min-|max-)?(width|height)$|border-(top|bottom)-(left|right)-radius$|overscroll-behavior-[xy]$)/;
const physicalValue = /^(text-align|float|clear|caption-side)$/;

/** Declarations that name a side of the window where they could name one of the text. */
function physicalDeclarations(css: string): string[] {
  return declarationsOf(css)
    .filter(
      ({ property, value }) =>
        physical.test(property) ||
        (physicalValue.test(property) && /\b(left|right|top|bottom)\b/.test(value)),
    )
    .map(({ property, value }) => `${property}: ${value}`);
}

test("sides are those of the text, not of the window", () => {
  for (const { name, css } of styles) assert.deepEqual(physicalDeclarations(css), [], name);
  const bad =
    "a { margin-left: 0; &:hover { width: 2px; text-align: right } } @media (min-width: 1px) { b { top: 0 } }";
  assert.deepEqual(physicalDeclarations(bad), [
    "margin-left: 0",
    "width: 2px",
    "text-align: right",
    "top: 0",
  ]);
  const good =
    "a:hover { inline-size: 1px; margin-inline: 0 } @media (min-width: 1px) { a { text-align: end } }";
  assert.deepEqual(physicalDeclarations(good), []);
});

test("nothing is forced: no !important", () => {
  for (const { name, css } of styles) assert.doesNotMatch(css, /!\s*important/, name);
});

const surfaces = ["page", "panel", "water"];
/** WCAG 2.2, 1.4.3: text, at the stricter figure whatever its size. */
const texts = ["text", "heading", "quiet", "link", "liverpool", "shanghai"];
/** WCAG 2.2, 1.4.11: what is not text and carries meaning. */
const marks = ["focus", "course", "rule"];
const palettes = ["light", "dark"] as const;

const tokens = siteTokens();
function colour(name: string, palette: (typeof palettes)[number]): string {
  const token = tokens.get(name);
  assert.ok(token, `--${name} is a colour in tokens.css`);
  return token[palette];
}

for (const palette of palettes) {
  for (const surface of surfaces) {
    for (const [names, least] of [
      [texts, 4.5],
      [marks, 3],
    ] as const) {
      for (const name of names) {
        test(`${name} on ${surface} has a contrast of ${least} or more, ${palette}`, () => {
          const ratio = contrastRatio(colour(name, palette), colour(surface, palette));
          assert.ok(ratio >= least, `${ratio.toFixed(2)}:1`);
        });
      }
    }
  }
}

test("components paint with no other pairs than these", () => {
  const other = readStyles()
    .filter(({ name }) => name !== "tokens.css" && name !== "print.css")
    .flatMap(({ name, css }) =>
      declarationsOf(css).flatMap(({ property, value }) => {
        const [, used] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
        if (!used) return [];
        const isText = property === "color";
        const isSurface = property === "background" || property === "background-color";
        const known = isText ? texts : isSurface ? surfaces : undefined;
        return known?.includes(used) === false ? [`${name}: ${property}: ${value}`] : [];
      }),
    );
  assert.deepEqual(other, []);
});

test("the ratio is WCAG's: black on white 21, a colour on itself 1, whichever comes first", () => {
  assert.equal(contrastRatio("#000000", "#ffffff"), 21);
  assert.equal(contrastRatio("#9b1b5a", "#9b1b5a"), 1);
  assert.equal(contrastRatio("#777777", "#ffffff").toFixed(2), "4.48");
  assert.equal(contrastRatio("#ffffff", "#777777").toFixed(2), "4.48");
});
