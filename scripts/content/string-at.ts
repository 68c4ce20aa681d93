import type { Strings } from "./facts-schema.ts";

/**
 * The interface string at a path such as `news.page`.
 *
 * @throws if there is none: a name misspelt in code or layout
 */
export function stringAt(strings: Strings, path: string): string {
  let found: string | Strings | undefined = strings;
  for (const key of path.split(".")) found = typeof found === "object" ? found[key] : undefined;
  if (typeof found !== "string") throw new Error(`there is no interface string “${path}”`);
  return found;
}
