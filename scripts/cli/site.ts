import { listAddresses } from "../browser/serve.ts";
import { printProblems } from "../problems/print.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { nearestName } from "../problems/suggest.ts";
import { buildSite } from "../site/build.ts";
import type { Settings } from "../site/check.ts";
import { liveSite } from "../site/write.ts";
import { createProgress } from "./command.ts";

/**
 * The addresses that a command was asked for: all of them where it was not told.
 *
 * @throws EnvironmentFailure where one of `wanted` is no page of the site
 */
export function chooseAddresses(all: readonly string[], wanted: readonly string[]): string[] {
  for (const address of wanted) {
    if (all.includes(address)) continue;
    const nearest = nearestName(address, all);
    throw new EnvironmentFailure(
      `There is no page at ${address}${nearest ? `, did you mean ${nearest}?` : ""} — give addresses such as /about/, or none for all pages`,
    );
  }
  return wanted.length === 0 ? [...all] : all.filter((address) => wanted.includes(address));
}

/** The addresses of all pages in `_site/`, which is built first if it is not there. */
export async function ensureSite(settings: Settings): Promise<string[]> {
  const there = await listAddresses(liveSite(settings.root));
  if (there.length > 0) return there;
  console.log("There is no _site/ yet: building it.");
  const { warnings } = await buildSite(settings, createProgress(process.stderr));
  printProblems(warnings);
  return listAddresses(liveSite(settings.root));
}
