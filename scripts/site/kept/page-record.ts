import type { PageOutline } from "../../html/page-outline.ts";
import type { Rendition } from "../../photos/picture.ts";

/** What is kept of a page besides its HTML. */
export interface PageNotes {
  /** SHA-256 of the HTML, which is without its styles. */
  hash: string;
  outline: PageOutline;
  /** Links to content files as written, each with the address that it had. */
  links: readonly (readonly [href: string, address: string])[];
  /** What the page shows of photographs. */
  renditions: readonly Rendition[];
  /** The digest that each of these photographs had, by path from the root. */
  photographs: Readonly<Record<string, string>>;
}

/** A page as bytes: the length of its notes, these as JSON, and the HTML. */
export function encodePage(notes: PageNotes, html: string): Buffer {
  const head = Buffer.from(JSON.stringify(notes));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, Buffer.from(html)]);
}

/** The notes of an encoded page. */
export function notesOf(bytes: Buffer): PageNotes {
  return JSON.parse(bytes.toString("utf8", 4, 4 + bytes.readUInt32LE()));
}

/** The HTML of an encoded page. */
export function htmlOf(bytes: Buffer): string {
  return bytes.toString("utf8", 4 + bytes.readUInt32LE());
}
