import assert from "node:assert/strict";
import test from "node:test";
import { fallbackFaces } from "../../../../scripts/outputs/fonts/fallbacks.ts";

const metrics = { ascent: 0.735, descent: 0.265, lineGap: 0, averageWidth: 0.4 };
const css = fallbackFaces({ regular: metrics, semibold: metrics, italic: metrics });
const rules = css.split("@font-face").slice(1);

test("a rule for each family and each cut", () => {
  for (const family of ["Newsreader Georgia", "Newsreader Times", "Newsreader Noto"]) {
    const own = rules.filter((rule) => rule.includes(`font-family:"${family}"`));
    assert.equal(own.length, 3);
    assert.equal(own.filter((rule) => rule.includes("font-style:italic")).length, 1);
  }
});

test("size-adjust times the overrides is the height of the typeface itself", () => {
  for (const rule of rules) {
    const percent = (name: string) =>
      Number(new RegExp(`${name}:([\\d.]+)%`).exec(rule)?.[1]) / 100;
    assert.ok(Math.abs(percent("size-adjust") * percent("ascent-override") - 0.735) < 1e-3);
    assert.ok(Math.abs(percent("size-adjust") * percent("descent-override") - 0.265) < 1e-3);
    assert.equal(percent("line-gap-override"), 0);
  }
});
