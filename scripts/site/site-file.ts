import { sha256 } from "../lib/files.ts";

/** Told how far a long step has come: its name, and how many of how many parts are done. */
export type Progress = (label: string, done: number, total: number) => void;

/** A file of the site before it is written. */
export interface SiteFile {
  /** Says which bytes they are without making them: the same id, the same bytes. */
  id: string;
  /** SHA-256 of the bytes, where that is known. */
  hash?: string;
  /** Asked for only where they are not there already. */
  bytes(): Uint8Array;
}

/** A file that is there already; a text is written in UTF-8. */
export function siteFile(content: string | Uint8Array): SiteFile {
  const hash = sha256(content);
  return {
    id: hash,
    hash,
    bytes: () => (typeof content === "string" ? Buffer.from(content) : content),
  };
}

/** Where a site goes, file by file. */
export interface SiteOutput {
  /** Whether a file is there already, so that nobody will ask for its bytes. */
  holds(path: string, id: string): boolean;
  /** @param path with forward slashes */
  put(path: string, file: SiteFile): void;
  /** The bytes of a file that was put. */
  read(path: string): Promise<Uint8Array>;
}

/** Keeps files in memory. */
export function memoryOutput() {
  const files = new Map<string, SiteFile>();
  return {
    files,
    holds: () => false,
    put: (path: string, file: SiteFile) => void files.set(path, file),
    read: async (path: string) => files.get(path)?.bytes() ?? Buffer.alloc(0),
  };
}
