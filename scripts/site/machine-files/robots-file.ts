import { absoluteAddress } from "../../lib/addresses.ts";
import { robotsText } from "../../outputs/sitemap.ts";
import type { Build } from "../build.ts";

/** `robots.txt`, which names the sitemap. */
export function robotsFile({ context }: Build): [path: string, text: string][] {
  return [["robots.txt", robotsText(absoluteAddress("/sitemap.xml", context))]];
}
