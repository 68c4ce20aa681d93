import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { transform } from "lightningcss";
import { projectRoot } from "../../support/files.ts";
import { contrastRatio, siteTokens } from "./tokens.ts";

const folder = path.join(projectRoot, "assets/styles");
/** Every stylesheet by its name, such as `header.css`, without its comments. */
const styles = readdirSync(folder)
  .sort()
  .map((name) => {
    const css = readFileSync(path.join(folder, name), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    return { name, css };
  });

/** The declarations of a stylesheet, in order, as they are written; those of nested rules too. */
function declarationsOf(css: string): { property: string; value: string }[] {
  // What is followed by a brace is a selector with a pseudo-class, or the condition of an at-rule.
  const written = /(?<=[{};]\s*)([a-z-]+)\s*:\s*((?:"[^"]*"|[^;{}"])+)(?=[;}])/g;
  return [...css.matchAll(written)].map(([, property = "", value = ""]) => {
    return { property, value: value.trim() };
  });
}

/** What a page is given: what all can need, and the rest of Welcome's and of all others'. */
const indexes = ["common.css", "index.css", "welcome.css"];
/** A feed is no page: browsers show it by an index of its own, which is made of the same parts. */
const rest = styles.filter(({ name }) => ![...indexes, "feed.css"].includes(name));
/** Where no colour is named: all but the tokens, and the black and white that print makes of them. */
const components = styles.filter(
  ({ name }) => ![...indexes, "tokens.css", "print.css"].includes(name),
);

test("the indexes declare the layers, import every stylesheet once into them and do nothing else", () => {
  const statements = styles
    .filter(({ name }) => indexes.includes(name))
    .flatMap(({ css }) => css.trim().replace(/;$/, "").split(";"))
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '@import "common.css"');
  const [order = "", ...imports] = statements;
  const layers = /^@layer ([\w-]+(?:, [\w-]+)*)$/.exec(order)?.[1]?.split(", ");
  const parts = imports.map((statement) => {
    const [, name, layer] = /^@import "([\w:.-]+)" layer\(([\w-]+)\)$/.exec(statement) ?? [];
    assert.ok(name && layer, `not an import into a layer: ${statement}`);
    return { name, layer };
  });
  assert.deepEqual([...new Set(parts.map(({ layer }) => layer))].sort(), layers?.sort());
  assert.deepEqual(
    parts
      .map(({ name }) => name)
      .filter((name) => name.endsWith(".css"))
      .sort(),
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
function rawColours(css: string): string[] {
  const found: string[] = [];
  transform({
    filename: "styles.css",
    code: Buffer.from(css),
    visitor: {
      Color(colour) {
        if (typeof colour === "string" || colour.type === "currentcolor") return;
        if (!("alpha" in colour && colour.alpha === 0)) found.push(JSON.stringify(colour));
      },
    },
  });
  return found;
}

test("colours are written out in the tokens and in print only", () => {
  for (const { name, css } of components) assert.deepEqual(rawColours(css), [], name);
  const bad = "a { color: red; border: 1px solid #123; fill: color-mix(in oklab, #fff, #000) }";
  assert.ok(rawColours(bad).length >= 3, "and this test would see them");
  const good = "a { color: var(--x); background: transparent; stroke: CanvasText }";
  assert.deepEqual(rawColours(good), []);
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

test("sides are those of the text, not of the window, and nothing is forced", () => {
  for (const { name, css } of styles) {
    assert.deepEqual(physicalDeclarations(css), [], name);
    assert.doesNotMatch(css, /!\s*important/, name);
  }
  const bad =
    "a { margin-left: 0; &:hover { width: 2px; text-align: right; margin-inline: 0 } } @media (min-width: 1px) { b { top: 0 } }";
  const seen = ["margin-left: 0", "width: 2px", "text-align: right", "top: 0"];
  assert.deepEqual(physicalDeclarations(bad), seen);
});

/** WCAG 2.2, 1.4.3: text, at the stricter figure whatever its size. */
const texts = ["text", "heading", "quiet", "link", "liverpool", "shanghai"];
/** WCAG 2.2, 1.4.11: what is not text and carries meaning. */
const marks = ["focus", "course", "rule"];
const surfaces = ["page", "panel", "water"];

for (const palette of ["light", "dark"] as const) {
  test(`text has a contrast of 4.5, marks of 3, on every surface, ${palette}`, () => {
    const tokens = siteTokens();
    const colour = (name: string): string => tokens.get(name)?.[palette] ?? "";
    for (const surface of surfaces) {
      for (const name of [...texts, ...marks]) {
        const ratio = contrastRatio(colour(name), colour(surface));
        const least = texts.includes(name) ? 4.5 : 3;
        assert.ok(ratio >= least, `${name} on ${surface}: ${ratio.toFixed(2)}:1`);
      }
    }
  });
}

test("components paint with no other pairs than these", () => {
  const known: Record<string, string[]> = {
    color: texts,
    background: surfaces,
    "background-color": surfaces,
  };
  for (const { name, css } of components) {
    for (const { property, value } of declarationsOf(css)) {
      const used = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
      const isOther = used !== undefined && known[property]?.includes(used) === false;
      assert.ok(!isOther, `${name}: ${property}: ${value}`);
    }
  }
});

test("the ratio is WCAG's: black on white 21, whichever comes first", () => {
  assert.equal(contrastRatio("#000000", "#ffffff"), 21);
  assert.equal(contrastRatio("#777777", "#ffffff").toFixed(2), "4.48");
  assert.equal(contrastRatio("#ffffff", "#777777").toFixed(2), "4.48");
});
