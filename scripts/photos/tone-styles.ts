import { tones } from "./tones.ts";

/** The style rules of the 64 tones, the same in every build: `.tone-0{background-color:#…}` and so on. */
export function toneStyles(): string {
  return tones.map(({ className, hex }) => `.${className}{background-color:${hex}}`).join("\n");
}
