import { readFileSync } from "node:fs";
import path from "node:path";
import { type ColourToken, readTokens } from "../../../scripts/outputs/styles.ts";
import { projectRoot } from "../../support/files.ts";

/**
 * The contrast of two opaque colours, `#rrggbb`, from 1 to 21: WCAG 2.2, "contrast ratio" and
 * "relative luminance".
 */
export function contrastRatio(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1);
  if (!channels) throw new Error(`${colour} is not #rrggbb`);
  const [red = 0, green = 0, blue = 0] = channels.map((hex) => {
    const share = Number.parseInt(hex, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colours of `assets/styles/tokens.css`, by name. */
export function siteTokens(): Map<string, ColourToken> {
  return readTokens(readFileSync(path.join(projectRoot, "assets/styles/tokens.css"), "utf8"));
}
