import type { Language } from "../../lib/language.ts";
import { chooseTypefaces } from "./choose-typefaces.ts";
import { shapeClusters } from "./shape-clusters.ts";
import type { Shaped } from "./typeface.ts";

/**
 * A few words in one line, as wide as they are.
 *
 * @param spacing behind each glyph, in parts of the font size
 */
export async function setLabel(text: string, language: Language, spacing: number): Promise<Shaped> {
  const { glyphs, width } = shapeClusters(await chooseTypefaces(text, language));
  return {
    glyphs: glyphs.map((glyph, index) => ({ ...glyph, x: glyph.x + index * spacing })),
    width: width + Math.max(0, glyphs.length - 1) * spacing,
  };
}
