import { withoutFullWidth } from "./without-full-width.ts";

/** A full-width character of a Chinese keyboard that an address cannot have, and the address without. */
export function fullWidthCharacter(
  href: string,
): { character: string; better: string } | undefined {
  const character = /[！-～。\u3000]/.exec(href)?.[0];
  if (character === undefined) return undefined;
  const better = withoutFullWidth(href).replaceAll("。", ".").replaceAll("\u3000", "");
  return { character, better };
}
