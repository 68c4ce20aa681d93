import type { Rules } from "../lib/rule.ts";

/** What was meant to be a link or a picture and is shown as typed. */
export const brokenLinkRules = {
  "link-space": {
    severity: "error",
    message: "`{written}` is shown as typed, because its address has a space in it",
    remedy: "write `{mark}[{text}]({encoded})` or `{mark}[{text}](<{target}>{title})`",
    example: {
      written: "[a](b c.md)",
      mark: "",
      text: "a",
      target: "b c.md",
      title: "",
      encoded: "b%20c.md",
    },
  },
  "link-gap": {
    severity: "error",
    message: "`{written}` is shown as typed, because of the space between ] and (",
    remedy: "write `{mark}[{text}]({target})`",
    example: { written: "[a] (b.md)", mark: "", text: "a", target: "b.md" },
  },
  "link-wide-brackets": {
    severity: "error",
    message: "`{written}` is shown as typed, because of the full-width {characters}",
    remedy:
      "write `{mark}[{text}]({target})`, with the characters ! [ ] ( ) of an English keyboard",
    example: {
      written: "[关于]（about.md）",
      characters: "（ ）",
      mark: "",
      text: "关于",
      target: "about.md",
    },
  },
  "link-undefined": {
    severity: "error",
    message: "`{written}` is shown as typed, because no line says what `[{label}]` is",
    remedy: "write `{mark}[{text}](address)`",
    example: { written: "[Docks][1]", mark: "", text: "Docks", label: "1" },
  },
} as const satisfies Rules;
