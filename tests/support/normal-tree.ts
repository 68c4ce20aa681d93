import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

/** Elements at whose edges white space is never seen, so a text there may lose it. */
const blocks =
  /^(?:html|head|body|main|header|footer|nav|section|article|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|figure|figcaption|blockquote|address|pre|title|meta|link|style|form|fieldset|br|source)$/;

/**
 * A page's document as text: elements, attributes by name, and words, with each run of white space
 * as one blank and none at the edges of blocks. Two pages with the same tree read the same.
 */
export function normalTree(html: string): string {
  const lines: string[] = [];
  walk(parse(html), 0, false, lines);
  return lines.join("\n");
}

function walk(node: Tree.Node, depth: number, preformatted: boolean, lines: string[]): void {
  const indent = " ".repeat(depth);
  if ("value" in node && node.nodeName === "#text") {
    const text = preformatted
      ? node.value
      : atEdges(node, node.value.replace(/[ \t\n\r\f]+/g, " "));
    if (text !== "") lines.push(`${indent}“${text}”`);
    return;
  }
  if ("tagName" in node) {
    const attributes = node.attrs
      .map(({ name, value }) => `${name}=${normalValue(name, value)}`)
      .sort();
    lines.push(`${indent}<${[node.tagName, ...attributes].join(" ")}>`);
  }
  if ("childNodes" in node) {
    const inside = preformatted || node.nodeName === "pre" || node.nodeName === "textarea";
    for (const child of node.childNodes) walk(child, depth + 1, inside, lines);
  }
}

function normalValue(name: string, value: string): string {
  return name === "class" || name === "srcset" || name === "sizes" || name === "content"
    ? value.replace(/\s+/g, " ").trim()
    : value;
}

function atEdges(node: Tree.TextNode, text: string): string {
  const parent = node.parentNode;
  if (!parent) return text;
  const place = parent.childNodes.indexOf(node);
  const before = parent.childNodes[place - 1];
  const after = parent.childNodes[place + 1];
  let result = text;
  if (before ? blocks.test(before.nodeName) : blocks.test(parent.nodeName))
    result = result.trimStart();
  if (after ? blocks.test(after.nodeName) : blocks.test(parent.nodeName)) result = result.trimEnd();
  return result;
}
