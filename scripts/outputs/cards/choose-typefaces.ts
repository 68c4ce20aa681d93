import type { Language } from "../../lib/language.ts";
import { chineseCharacters } from "../fonts/chinese-characters.ts";
import type { Typeface } from "./typeface.ts";
import { typefaceOf } from "./typeface-of.ts";

/** A character with its marks, and the font that sets it. */
export interface Cluster {
  readonly text: string;
  readonly typeface: Typeface;
}

/** A letter with more of them is no word of any language, and would stand out above its line. */
const mostMarks = 2;

/**
 * A text as the project's fonts can set it. What none of them has is left out without a trace:
 * emoji, scripts other than Latin, Cyrillic and Chinese, and with them everything that sets from
 * right to left; so are characters that cannot be seen (control, format, private use).
 */
export async function chooseTypefaces(text: string, language: Language): Promise<Cluster[]> {
  const normal = text
    .normalize("NFC")
    .replace(/[^\S\u00A0]+/gu, " ")
    .replace(/[\p{C}\p{Variation_Selector}]/gu, "");
  const inChinese = new Set(language === "zh" ? chineseCharacters(normal) : []);
  const clusters: Cluster[] = [];
  for (const [whole] of normal.matchAll(/\P{M}\p{M}*/gu)) {
    const [base = "", ...marks] = whole;
    const chinese = inChinese.has(base) || chineseCharacters(base).length > 0;
    const typeface = await typefaceOf(base, chinese);
    if (!typeface) continue;
    const kept = marks.filter((mark) => typeface.has(mark)).slice(0, mostMarks);
    const isSecondSpace = base === " " && (clusters.at(-1)?.text ?? " ") === " ";
    if (!isSecondSpace) clusters.push({ text: base + kept.join(""), typeface });
  }
  if (clusters.at(-1)?.text === " ") clusters.pop();
  return clusters;
}
