import type { Language } from "../../lib/language.ts";
import { drawText } from "./draw-text.ts";
import { setLabel } from "./set-label.ts";

/** Where a label stands and how it looks; lengths in pixels. */
export interface LabelLook {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  /** Which end of it stands at `x`; the start unless given. */
  readonly anchor?: "start" | "end";
  /** Behind each glyph, in parts of the size; capitals and figures want a little. */
  readonly spacing: number;
}

/** A few words in one line. */
export async function drawLabel(
  text: string,
  language: Language,
  look: LabelLook,
): Promise<string> {
  const { x, y, size, colour, spacing, anchor = "start" } = look;
  const label = await setLabel(text, language, spacing);
  const left = anchor === "end" ? x - label.width * size : x;
  return `<g fill="${colour}">${drawText(label, left, y, size)}</g>`;
}
