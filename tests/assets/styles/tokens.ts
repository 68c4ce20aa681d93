import { readdirSync, readFileSync } from "node:fs";
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

/** A declaration as it is written. */
interface Declaration {
  property: string;
  value: string;
}

/** The declarations of a stylesheet without comments, in order; those of nested rules too. */
export function declarationsOf(css: string): Declaration[] {
  // What is followed by a brace is a selector with a pseudo-class, or the condition of an at-rule.
  const written = /(?<=[{};]\s*)([a-z-]+)\s*:\s*((?:"[^"]*"|[^;{}"])+)(?=[;}])/g;
  return [...css.matchAll(written)].map(([, property = "", value = ""]) => {
    return { property, value: value.trim() };
  });
}

/** A stylesheet of `assets/styles/`, without its comments. */
interface Stylesheet {
  /** The file's name, such as `header.css`. */
  name: string;
  css: string;
}

/** Every stylesheet in `assets/styles/`, by name. */
export function readStyles(): Stylesheet[] {
  const folder = path.join(projectRoot, "assets/styles");
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const css = readFileSync(path.join(folder, name), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
      return { name, css };
    });
}

/** The colours of `assets/styles/tokens.css`, by name. */
export function siteTokens(): Map<string, ColourToken> {
  return readTokens(readFileSync(path.join(projectRoot, "assets/styles/tokens.css"), "utf8"));
}
