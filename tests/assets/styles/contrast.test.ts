import assert from "node:assert/strict";
import test from "node:test";
import { contrastRatio } from "./contrast-ratio.ts";
import { declarationsOf } from "./declarations-of.ts";
import { readStyles } from "./read-styles.ts";
import { siteTokens } from "./site-tokens.ts";

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
