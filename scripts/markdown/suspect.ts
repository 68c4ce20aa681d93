import type { TextPosition } from "../lib/text-position.ts";
import type { Finding } from "./finding.ts";
import type { InlineStart } from "./inline-starts.ts";

/** Something wrong, at its place in the text that was read. */
export interface Suspect extends Finding, TextPosition {}

/** Called by the rules that watch the parser. */
export type ReportInline = (found: Finding, at: InlineStart) => void;
