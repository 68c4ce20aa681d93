import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** An element, with what the rules ask of it. */
export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Outermost first. */
  ancestors: readonly Tag[];
  /** Its text and that of everything in it. */
  text: string;
}

/** A page as a browser's parser sees it, flat and in document order. */
export interface ParsedPage {
  tags: Tag[];
  /** Runs of text, each in its innermost element. */
  texts: { value: string; parent: Tag }[];
}

/**
 * Parses a whole document by the rules of the HTML standard, as a browser without scripts does;
 * like a browser, it never throws.
 */
export function parsePage(html: string): ParsedPage {
  const page: ParsedPage = { tags: [], texts: [] };
  for (const child of parse(html, { scriptingEnabled: false }).childNodes) walk(child, [], page);
  return page;
}

function walk(node: DefaultTreeAdapterTypes.ChildNode, ancestors: Tag[], page: ParsedPage): void {
  if ("value" in node) {
    const parent = ancestors.at(-1);
    if (parent) page.texts.push({ value: node.value, parent });
    for (const ancestor of ancestors) ancestor.text += node.value;
  } else if ("tagName" in node) {
    const attributes = Object.fromEntries(
      node.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
    );
    const tag: Tag = { name: node.tagName, attributes, ancestors, text: "" };
    page.tags.push(tag);
    const children = "content" in node ? node.content.childNodes : node.childNodes;
    for (const child of children) walk(child, [...ancestors, tag], page);
  }
}
