import type { CST } from "yaml";

export interface YamlTokenScan {
  /** Offset of the first token nested deeper than allowed. */
  tooDeep: number | undefined;
  /** Offsets of anchors (`&`), aliases (`*`), tags (`!`) and directives (`%`), in no order. */
  marks: number[];
  /** Offset of what begins a second document. */
  second: number | undefined;
}

/** Looks through the tokens of a YAML text before a document is composed of them. Never recurses. */
export function scanYamlTokens(tokens: readonly CST.Token[], maximumDepth: number): YamlTokenScan {
  const scan: YamlTokenScan = { tooDeep: undefined, marks: [], second: undefined };
  const properties = (found: readonly CST.Token[] | undefined): void => {
    for (const { type, offset } of found ?? []) {
      if (type === "anchor" || type === "tag") scan.marks.push(offset);
    }
  };
  const documents = tokens.filter(({ type }) => type === "document");
  scan.second = documents[1]?.offset;

  const stack = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { token, depth } = next;
    if (token.type === "alias" || token.type === "directive") scan.marks.push(token.offset);
    if (token.type === "document") {
      properties(token.start);
      if (token.value !== undefined) stack.push({ token: token.value, depth: 1 });
    }
    if (!("items" in token)) continue;
    if (depth > maximumDepth) {
      scan.tooDeep = Math.min(token.offset, scan.tooDeep ?? token.offset);
      continue;
    }
    for (const item of token.items) {
      properties(item.start);
      properties(item.sep);
      if (item.key) stack.push({ token: item.key, depth: depth + 1 });
      if (item.value) stack.push({ token: item.value, depth: depth + 1 });
    }
  }
  return scan;
}
