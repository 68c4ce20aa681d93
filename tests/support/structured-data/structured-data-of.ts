import type { ParsedPage } from "../site/parse-page.ts";

/** A thing in structured data, as its readers see it. */
export type Thing = Readonly<Record<string, unknown>>;

/** The graph of a page's structured data; empty where it has none. Throws if it has two. */
export function structuredDataOf({ tags }: ParsedPage): readonly Thing[] {
  const scripts = tags.filter(({ attributes }) => attributes.type === "application/ld+json");
  if (scripts.length > 1) throw new Error(`${scripts.length} scripts of structured data`);
  const [script] = scripts;
  return script ? JSON.parse(script.text)["@graph"] : [];
}
