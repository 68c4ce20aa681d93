import { sha256 } from "../../lib/files.ts";
import type { Build } from "../build.ts";
import type { Page } from "../pages/page.ts";

/**
 * A hash of all that every page is made from alike: the code, the facts, where the site will stand, the
 * characters of the heading font, and what all layouts are given.
 */
export function frameKey({ code, context, glyphs, preview, globals }: Build): string {
  const { facts, origin, prefix } = context;
  return digest([code, facts, origin, prefix, glyphs, preview, globals]);
}

/** A hash of what one page is made from besides: see {@link PageNotes} for what is not in it. */
export function pageKey({ template, layout, output, body, data }: Page, frame: string): string {
  // Every page has these two from the facts, by its language.
  const { t: _strings, site: _site, ...own } = data;
  return digest([frame, template, layout, output, body, own]);
}

/** A hash of data. Throws at functions, of which it could tell nothing. */
export function digest(value: unknown): string {
  return sha256(JSON.stringify(value, plain));
}

/** What JSON would leave out without a word. */
function plain(key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value === "function") throw new TypeError(`“${key}” is a function, and no data`);
  return value;
}
