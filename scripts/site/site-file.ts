import { sha256 } from "../lib/files.ts";

/** A file of the site before it is written. */
export interface SiteFile {
  /** Says which bytes they are without making them: the same id, the same bytes. */
  id: string;
  /** Made each time that they are asked for, so that never all pages stand in memory with their styles. */
  bytes(): Uint8Array;
}

/** A file that is there already; a text is written in UTF-8. */
export function siteFile(content: string | Uint8Array): SiteFile {
  return {
    id: sha256(content),
    bytes: () => (typeof content === "string" ? Buffer.from(content) : content),
  };
}
