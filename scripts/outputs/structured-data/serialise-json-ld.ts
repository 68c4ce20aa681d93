import type { JsonLdNode } from "./json-ld-node.ts";

/**
 * The text of a `<script type="application/ld+json">` with these things, a graph in one context,
 * https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements. No text in
 * it can end the script or begin a comment, whoever wrote it: what HTML and JavaScript read
 * otherwise than JSON stands there as `\u` and its number, which is the same to JSON.
 */
export function serialiseJsonLd(nodes: readonly JsonLdNode[]): string {
  const json = JSON.stringify({ "@context": "https://schema.org", "@graph": nodes });
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
