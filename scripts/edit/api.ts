import type { Language } from "../lib/languages.ts";
import type { Edit } from "../problems/remedies.ts";

// What the editor's window and its door say to each other, as JSON: `POST /_edit/api/NAME`, with the
// token of this run in the header `X-Edit-Token`. Paths are from the project's root, texts have LF line ends.

/** The keys and indices that lead to a value in YAML. */
export type Keys = readonly (string | number)[];

/** The text of a file as a window has it. */
export interface WindowText {
  path: string;
  text: string;
  /** SHA-256 of the text that the file had when the window took it; empty: there was no file. */
  base: string;
}

/** A value of front matter or of a record. */
export interface Field {
  keys: Keys;
  kind: "text" | "long" | "flag" | "choice" | "number" | "photo" | "list" | "group";
  /** As written, "" where it is not there; `true` and `false` of flags. */
  value: string | boolean;
  isSet: boolean;
  isRequired: boolean;
  description?: string | undefined;
  example?: string | undefined;
  choices?: string[] | undefined;
  /** Of lists and groups. */
  fields: Field[];
  /** What a new item is, of a list and of what may be one. */
  empty?: unknown;
}

/** What the check says of a file, in the check's own words. */
export interface Told {
  line: number;
  column: number;
  severity: "error" | "warning";
  sentence: string;
  /** Of the value it is about. */
  keys?: Keys | undefined;
  /** What its remedy does, where nobody has to decide. */
  edits?: Edit[] | undefined;
}

/** Another text of a file: of another window; without one the disk's; of the window "" what the browser kept. */
export interface Version {
  window?: string | undefined;
  text: string;
  base: string;
}

/** A file as a window shows it. */
export interface FileState extends WindowText {
  language?: Language | undefined;
  /** Of the page that it makes. */
  address?: string | undefined;
  bodyLine: number;
  /** Undefined where the YAML cannot be read: the whole file is then shown as text. */
  fields?: Field[] | undefined;
  told: Told[];
  isDraft: boolean;
  isUnsaved: boolean;
  /** The disk's, if it has changed since the window took it, and those of other windows. */
  versions: Version[];
  /** Of a Chinese page: what `translated` should say for the English text that is open beside it. */
  stamp?: string | undefined;
}

/** Answer of `open`, `change`, `save` and `discard`: English first; why something was not done, a sentence each. */
export interface Opened {
  files: FileState[];
  refused?: string[] | undefined;
}

export interface Photograph {
  path: string;
  record: string;
  alt: Record<Language, string>;
}

export type NewKind = "news" | "event" | "page";

/** Answer of `list`. */
export interface Everything {
  pages: { path: string; language: Language; title: string; isDraft: boolean }[];
  data: string[];
  photographs: Photograph[];
  /** Files with texts that are kept and not saved. */
  unsaved: string[];
  /** What `new` asks for. */
  news: Record<NewKind, { name: string; question: string; fallback?: string | undefined }[]>;
}
