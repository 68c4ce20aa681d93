import type { MarkdownIt, StateInline } from "markdown-it";
import { brokenLink } from "./broken-link.ts";
import type { InlineStart } from "./inline-starts.ts";
import type { ReportInline } from "./suspect.ts";

/** Where running text stops: markdown-it's characters, and the full-width brackets and ！. */
const stops = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~［【！]/g;

/**
 * Plugin: reports what was meant to be a link or a picture and is not one.
 * It stands last, so it sees only what no rule has taken, and takes nothing itself.
 */
export function watchBrokenLinks(
  md: MarkdownIt,
  startOf: (state: StateInline) => InlineStart | undefined,
  report: ReportInline,
): void {
  md.inline.ruler.at("text", (state, silent) => {
    stops.lastIndex = state.pos;
    const end = Math.min(stops.exec(state.src)?.index ?? state.posMax, state.posMax);
    if (end === state.pos) return false;
    if (!silent) state.pending += state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  });
  md.inline.ruler.push("watch_broken_links", (state, silent) => {
    const at = silent ? undefined : startOf(state);
    const found = at && brokenLink(state.src, state.pos);
    if (found) report(found, at);
    return false;
  });
}
