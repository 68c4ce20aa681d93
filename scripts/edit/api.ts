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
  /** SHA-256 of the bytes that the file had when the window took its text; empty: there was no file. */
  base: string;
}

/** One change to a value: its new one (null takes it out), a further item of a list, an item before the one above it. */
export type Change = { keys: Keys } & ({ value: unknown } | { add: true } | { up: true });

/** Sent to `change` and `save`: all texts of the window, and for `change` perhaps what is to be changed in one. */
export interface WindowTexts {
  /** The window's own name, made when it opens: unsaved texts are kept for each window. */
  window: string;
  texts: WindowText[];
  change?: Change & { path: string };
}

/** A value of front matter or of a record, to be shown in a form. */
export interface Field {
  keys: Keys;
  kind: "text" | "long" | "date" | "flag" | "choice" | "number" | "photo" | "list" | "group";
  /** As written, of texts, days and choices; "" where it is not there. `true` and `false` of flags. */
  value: string | boolean;
  /** Whether it stands in the file. */
  isSet: boolean;
  isRequired: boolean;
  /** From the schema, or the comment above its key. */
  description?: string | undefined;
  example?: string | undefined;
  /** UTF-16 code units. */
  maximum?: number | undefined;
  /** Of a choice; of a text, what may be meant: the tags that there are. */
  choices?: string[] | undefined;
  /** Of lists and groups. */
  fields: Field[];
}

/** What the check says of a file, in the check's own words. */
export interface Told {
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  severity: "error" | "warning";
  /** What is wrong, and how to mend it. */
  sentence: string;
  /** Of the value it is about, where that has a field. */
  keys?: Keys | undefined;
  /** The remedy alone, and what follows from it word for word in the text; none where a person must decide. */
  remedy: string;
  edits?: Edit[] | undefined;
}

/** Another text of a file than the window's. */
export interface Version {
  /** Of which window it was kept; undefined: it stands on the disk. */
  window?: string | undefined;
  text: string;
  base: string;
}

/** A file as a window shows it. */
export interface FileState extends WindowText {
  language?: Language | undefined;
  /** Of the page that it makes. */
  address?: string | undefined;
  /** The line on which the Markdown begins; 0 in a file that is YAML alone; 1 where the lines above cannot be told. */
  bodyLine: number;
  /** Undefined where the YAML cannot be read: the whole file is then shown as text. */
  fields?: Field[] | undefined;
  told: Told[];
  isDraft: boolean;
  /** Whether the text is another than the disk's. */
  isUnsaved: boolean;
  /** The disk's, if it has changed since the window took it, and those of other windows. */
  versions: Version[];
  /** Of a Chinese page: what `translated` must say for the English text that is open beside it. */
  stamp?: string | undefined;
}

/** Answer of `open` (sent: `{ window, path }`), `change` and `save`. */
export interface Opened {
  /** The file, and the same page in the other language: English first. */
  files: FileState[];
  /** Of `save`, when nothing was written: why, a sentence each. */
  refused?: string[] | undefined;
}

/** Answer of `list`: all that may be edited. */
export interface Everything {
  pages: { path: string; language: Language; title: string; isDraft: boolean }[];
  data: string[];
  photographs: Photograph[];
  /** Files with texts that are kept and not saved. */
  unsaved: string[];
  /** What `new` asks for, by kind: the names of the values, a question, an example. */
  news: Record<NewKind, { name: string; question: string; fallback?: string | undefined }[]>;
}

export interface Photograph {
  /** Of the picture. */
  path: string;
  /** Of its record. */
  record: string;
  alt: Record<Language, string>;
}

export type NewKind = "news" | "event" | "page";

/** Sent to `new`; answered by `{ path }` of the English file, or `{ refused }`. */
export interface NewRequest {
  kind: NewKind;
  values: Record<string, string>;
}
