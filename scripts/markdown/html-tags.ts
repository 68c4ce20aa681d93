/** A tag of HTML in the text of a block. */
export interface Tag {
  /** In lower case. */
  name: string;
  closing: boolean;
  written: string;
  /** Offsets in the text. */
  start: number;
  end: number;
  /** The closing tag of an opening one, and the other way round; only in the same block. */
  partner?: Tag;
  previous?: Tag;
  next?: Tag;
  /** How many characters of text stand before it. */
  textBefore: number;
  /** How much that readers see stands before it: text and pictures. */
  shownBefore: number;
  /** Nothing that readers see stands on one of its sides. */
  atEdge: boolean;
  /** Stands in a numbered list. */
  numbered: boolean;
  /** Stands in a link. */
  linked: boolean;
}

const attribute = /\s+[a-zA-Z_:][\w:.-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?/.source;
/** An opening or closing tag, https://spec.commonmark.org/0.31.2/#raw-html. */
const tagPattern = new RegExp(`<(/?)([A-Za-z][A-Za-z0-9-]*)(?:${attribute})*\\s*/?>`, "g");

/** Tags that readers see something of, although no text stands in them. */
const shown = new Set(["img", "iframe", "embed", "object", "video", "audio"]);

/** The tags of a block's text, by where they begin. */
export function tagsIn(source: string): ReadonlyMap<number, Tag> {
  const tags = new Map<number, Tag>();
  const open = new Map<string, Tag[]>();
  const lastStart = (name: string) => open.get(name)?.at(-1)?.start ?? -1;
  let previous: Tag | undefined;
  let [text, pictures, end] = [0, 0, 0];
  for (const { index: start, 0: written, 1: slash, 2: given = "" } of source.matchAll(tagPattern)) {
    text += source.slice(end, start).trim().length;
    end = start + written.length;
    const name = given.toLowerCase();
    const tag: Tag = {
      ...{ name, closing: slash === "/", written, start, end, atEdge: false },
      ...{ textBefore: text, shownBefore: text + pictures },
      ...{ numbered: lastStart("ol") > lastStart("ul"), linked: lastStart("a") >= 0 },
    };
    if (previous) {
      tag.previous = previous;
      previous.next = tag;
    }
    previous = tag;
    tags.set(start, tag);
    if (tag.closing) {
      const partner = open.get(name)?.pop();
      if (partner) {
        tag.partner = partner;
        partner.partner = tag;
      }
    } else {
      if (shown.has(name)) pictures += 1;
      const same = open.get(name);
      if (same) same.push(tag);
      else open.set(name, [tag]);
    }
  }
  const all = text + pictures + source.slice(end).trim().length;
  for (const tag of tags.values()) tag.atEdge = tag.shownBefore === 0 || tag.shownBefore === all;
  return tags;
}

const attributePattern = /\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^"'=<>`\s]+))/g;

/** The attributes of a tag by their names in lower case; blanks and line ends in them are one blank. */
export function attributesOf({ written }: Tag): ReadonlyMap<string, string> {
  return new Map(
    Array.from(written.matchAll(attributePattern), ([, name = "", ...values]) => {
      const value = values.find((one) => one !== undefined) ?? "";
      return [name.toLowerCase(), value.replaceAll(/\s+/g, " ").trim()] as const;
    }),
  );
}
