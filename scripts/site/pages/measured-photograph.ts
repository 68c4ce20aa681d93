import type { Photograph } from "../../photos/original.ts";
import type { LeadPhotograph } from "./lead-photograph.ts";
import type { SiteContext } from "./site-context.ts";

/** What was measured of a photograph before any page was planned. */
export function measuredPhotograph(
  { original }: LeadPhotograph,
  { photographs }: SiteContext,
): Photograph {
  const photograph = photographs.get(original);
  if (!photograph) throw new Error(`${original} was not measured`);
  return photograph;
}
