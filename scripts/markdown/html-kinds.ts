import type { Tag } from "./html-tags.ts";

/** What tags are for, by their names. */
export const kindOf = named([
  ["lineBreak", "br"],
  ["line", "hr"],
  ["heading", "h1 h2 h3 h4 h5 h6"],
  ["item", "li"],
  ["quotation", "blockquote"],
  ["code", "pre"],
  ["picture", "img"],
  ["figure", "figure"],
  ["caption", "figcaption"],
  ["table", "table tr"],
  ["row", "caption thead tbody tfoot colgroup"],
  ["cell", "td th"],
  ["embedded", "iframe frame embed object video audio source"],
  ["program", "script style template svg canvas"],
  ["paragraph", "p div section article aside header footer main nav center address hgroup"],
  ["paragraph", "details summary ul ol menu dl dt dd form fieldset legend dialog"],
  ["paragraph", "search noscript frameset html head body title"],
  ["words", "a b strong i em cite dfn var s del strike code kbd samp tt q sup sub abbr acronym"],
  ["words", "ruby rb rt rtc rp span font u ins small big mark time data bdi bdo nobr wbr"],
  ["words", "label button input select option optgroup textarea output picture track param"],
  ["words", "map area link meta base col"],
]);

/** Marks of Markdown that stand on both sides. */
export const markOf = named([
  ["**", "b strong"],
  ["*", "i em cite dfn var"],
  ["~~", "s del strike"],
  ["`", "code kbd samp tt"],
]);

function named<const T>(lists: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  return new Map(lists.flatMap(([to, names]) => names.split(" ").map((name) => [name, to])));
}

export type Kind = typeof kindOf extends ReadonlyMap<string, infer K> ? K : never;

/** What ends the line that it stands in. */
export const blocks: ReadonlySet<Kind | undefined> = new Set([
  ...(["paragraph", "heading", "item", "quotation", "code", "line", "figure"] as const),
  ...(["table", "row", "cell"] as const),
]);

/** What becomes a mark before the words that follow it. */
export const beginnings: ReadonlySet<Kind | undefined> = new Set([
  "heading",
  "item",
  "quotation",
  "cell",
]);

/** Whether browsers know a tag of that name. */
export function isKnown(name: string): boolean {
  return kindOf.has(name.toLowerCase());
}

/** Whether the tag is one of a table itself, or stays in its cells: `<br>` is read there. */
export function isOfTable({ name }: Tag): boolean {
  return ["table", "row", "cell", "lineBreak"].includes(kindOf.get(name) ?? "");
}
