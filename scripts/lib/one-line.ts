/**
 * `text` as it may stand in a one-line message: line ends, tabs and characters that a terminal
 * would obey or hide become a visible sign each.
 */
export function oneLine(text: string): string {
  return text.replaceAll("\n", " ⏎ ").replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu, "�");
}
