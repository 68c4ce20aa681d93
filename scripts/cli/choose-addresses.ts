import { EnvironmentFailure } from "../problems/problem.ts";
import { nearestName } from "../problems/suggest.ts";

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
