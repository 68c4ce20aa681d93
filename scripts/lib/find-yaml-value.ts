import { type Document, isCollection, isMap, isScalar, isSeq, type ParsedNode } from "yaml";
import type { TextPosition } from "./text-position.ts";
import type { YamlValue } from "./yaml-data.ts";

/** What stands in a YAML document at a path of keys and indices; undefined if nothing does. */
export function findYamlValue(
  document: Document.Parsed,
  text: string,
  position: (offset: number) => TextPosition,
  path: readonly PropertyKey[],
): YamlValue | undefined {
  let node: ParsedNode | null = document.contents;
  let key = node?.range[0] ?? 0;
  let end = key;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.source === step);
      if (pair === undefined) return undefined;
      node = pair.value;
      [key, end] = pair.key.range;
    } else if (isSeq(node) && typeof step === "number" && step < node.items.length) {
      node = node.items[step] ?? null;
      key = end = node?.range[0] ?? end;
    } else return undefined;
  }
  const [start, stop] = node?.range ?? [end, end];
  const scalar = isScalar(node) ? node : undefined;
  const textAt = textStart(text, start, scalar?.type);
  const source = scalar?.source ?? "";
  return {
    key: position(key),
    value: position(start),
    written: text.slice(start, stop).split("\n", 1)[0]?.trimEnd() ?? "",
    text: isCollection(node) || scalar?.value == null ? undefined : (scalar.source ?? ""),
    textStart: position(textAt),
    aligned:
      scalar?.type === "BLOCK_LITERAL" ||
      (!source.includes("\n") && text.startsWith(source, textAt)),
  };
}

/** Offset of the first character of a scalar's text: within its marks, or below its `|`. */
function textStart(text: string, start: number, type: string | null | undefined): number {
  if (type?.startsWith("QUOTE")) return start + 1;
  if (!type?.startsWith("BLOCK")) return start;
  const first = text.indexOf("\n", start) + 1;
  if (first === 0) return start;
  const indent = /^(?:[ \t]*\n)*([ \t]*)/.exec(text.slice(first))?.[1]?.length ?? 0;
  const lineEnd = text.indexOf("\n", first);
  return Math.min(first + indent, lineEnd === -1 ? text.length : lineEnd);
}
