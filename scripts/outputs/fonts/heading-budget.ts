import { ContentFailure } from "../../lib/failure.ts";
import type { Fonts } from "./make-fonts.ts";

/**
 * Most bytes of the Chinese file, which fixed headings fill and no news. The Latin ones need no limit:
 * what the typeface has is all they can grow to, and a page may have 60 kB of fonts.
 */
const headingBudget = 18_000;

/** @throws ContentFailure when the headings need more characters than their budget holds */
export function assertHeadingBudget({ headings, glyphs }: Fonts): void {
  const { length } = headings.bytes;
  if (length <= headingBudget) return;
  throw new ContentFailure([
    {
      rule: "font-too-large",
      severity: "error",
      path: "content/zh",
      line: 1,
      column: 1,
      message: `the Chinese heading font takes ${length} bytes for ${[...glyphs].length} different characters, more than ${headingBudget}`,
      remedy: "use fewer different characters in the headings of the fixed pages",
    },
  ]);
}
