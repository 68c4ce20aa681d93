import type { Language } from "../../lib/language.ts";
import { breakPieces } from "./break-pieces.ts";
import type { Card } from "./card.ts";
import type { Frame } from "./card-frames.ts";
import type { Cluster } from "./choose-typefaces.ts";
import { fitTitle, type TitleStyle } from "./fit-title.ts";
import { joinPieces } from "./join-pieces.ts";
import type { Shaped } from "./typeface.ts";
import { typefaceOf } from "./typeface-of.ts";

/** A title in lines, each with the place of its baseline's beginning on the card. */
export interface SetTitle {
  readonly size: number;
  /** Of its tallest letter. */
  readonly top: number;
  readonly lines: readonly { readonly text: Shaped; readonly x: number; readonly y: number }[];
}

const styles: Readonly<Record<Language, TitleStyle>> = {
  en: { sizes: [112, 96, 82, 70, 61, 53, 46], leading: 1.1 },
  zh: { sizes: [104, 88, 75, 64, 56, 49, 43], leading: 1.36 },
};

/**
 * Sets a title as large as its frame allows.
 *
 * @param clusters as `titleWords` returns them
 */
export async function setTitle(
  clusters: readonly Cluster[],
  { language, unbroken }: Pick<Card, "language" | "unbroken">,
  frame: Frame,
): Promise<SetTitle> {
  const typeface = await typefaceOf("…", language === "zh");
  if (!typeface) throw new Error("no font of the project has an ellipsis");
  const style = styles[language];
  const pieces = breakPieces(clusters, unbroken);
  const { size, lines } = fitTitle(pieces, { text: "…", typeface }, frame, style);
  const texts = lines.map(joinPieces);
  const [first, last] = [texts[0], texts.at(-1)].map((line) => inkHeight(line, size));
  if (!first || !last) throw new Error("a title has no line");
  const leading = style.leading * size;
  // A little above the middle of its frame, by its ink.
  const height = first.above + (texts.length - 1) * leading + last.below;
  const top = frame.top + (frame.height - height) * 0.42;
  return {
    size,
    top,
    lines: texts.map((text, index) => ({
      text,
      x: frame.left,
      y: top + first.above + index * leading,
    })),
  };
}

function inkHeight(line: Shaped | undefined, size: number) {
  const inks = (line?.glyphs ?? []).flatMap(({ y, ink }) =>
    ink ? [[y + ink[1], y + ink[3]]] : [],
  );
  return {
    above: -Math.min(...inks.map(([top = 0]) => top)) * size,
    below: Math.max(...inks.map(([, bottom = 0]) => bottom)) * size,
  };
}
