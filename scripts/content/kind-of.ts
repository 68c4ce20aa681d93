import type { Kind } from "./entry.ts";

const kinds: ReadonlyMap<string, Kind> = new Map([
  ["index", "welcome"],
  ["about", "about"],
  ["news/index", "news"],
  ["news/archive", "archive"],
  ["contact", "contact"],
  ["search", "search"],
  ["credits", "credits"],
  ["404", "notFound"],
]);

/** What the page with `key` (path below the language's folder, without `.md`) is. */
export function kindOf(key: string): Kind {
  return kinds.get(key) ?? (key.startsWith("news/") ? "article" : "page");
}
