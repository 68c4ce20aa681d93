import { Parser } from "htmlparser2";
import { close, createIndex, type IndexFile, type PagefindIndex } from "pagefind";
import { withFolds } from "../lib/folds.ts";
import { hanCuts } from "../lib/han-cuts.ts";
import { type Language, languages } from "../lib/languages.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import { EnvironmentFailure } from "../problems/problem.ts";

/** Milliseconds for one answer; the slowest, that of a thousand pages, takes two or three seconds. */
const patience = 60_000;

/**
 * Makes the index of the search: the files of `pagefind/` by name, the same bytes for the same
 * records in any order. Runs Pagefind's own program, which ends with it.
 *
 * @throws EnvironmentFailure when that program does not run, or refuses a record
 */
export async function makeSearchIndex(
  records: readonly SearchRecord[],
): Promise<Map<string, Uint8Array>> {
  try {
    const index = await newIndex();
    for (const record of inOrder(records)) await add(index, record);
    const { files, errors } = await withinTime(index.getFiles(), patience);
    refuse(errors);
    return new Map(
      neededFiles(files)
        .sort((a, b) => compareCodeUnits(a.path, b.path))
        .map(({ path, content }) => [path, content]),
    );
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
    throw new EnvironmentFailure(
      `The search index cannot be made: ${reason} — run “npm ci”, which brings Pagefind for this machine, and build again`,
    );
  } finally {
    await close();
  }
}

async function newIndex(): Promise<PagefindIndex> {
  const { index, errors } = await withinTime(createIndex(), patience);
  refuse(errors);
  if (!index) throw new Error("Pagefind made none");
  return index;
}

async function add(index: PagefindIndex, record: SearchRecord): Promise<void> {
  const added = index.addCustomRecord({
    url: record.address,
    language: pagefindLanguage[record.language],
    content: withFolds(hanCuts.put(record.text)),
    meta: { title: withFolds(hanCuts.put(record.title)) },
  });
  const { errors } = await withinTime(added, patience);
  refuse(errors);
}

function refuse([error]: readonly string[]): void {
  if (error !== undefined) throw new Error(error);
}

function inOrder(records: readonly SearchRecord[]): SearchRecord[] {
  return [...records].sort((a, b) => compareCodeUnits(a.address, b.address));
}

/** What Pagefind's script reads first: where each language's index is, and which program searches it. */
interface Entry {
  languages: Record<string, { wasm: string | null }>;
}

const entryFile = "pagefind-entry.json";
const always = /^pagefind(?:-worker)?\.js$|\.pf_(?:meta|index|fragment)$/;

/**
 * Those of Pagefind's files that the search page asks for: not its ready-made interfaces, and of its
 * programs those of the languages that are there (“unknown” for one without its own). The entry file
 * has the languages as pages write them.
 */
function neededFiles(files: readonly IndexFile[]): IndexFile[] {
  const written = files.find(({ path }) => path === entryFile);
  if (!written) throw new Error(`Pagefind wrote no ${entryFile}`);
  const entry: Entry = JSON.parse(Buffer.from(written.content).toString("utf8"));
  const found = languages.flatMap((language) => {
    const index = entry.languages[pagefindLanguage[language]];
    return index ? [[language, index] as const] : [];
  });
  const programs = found.map(([, { wasm }]) => `wasm.${wasm ?? "unknown"}.pagefind`);
  const content = Buffer.from(JSON.stringify({ ...entry, languages: Object.fromEntries(found) }));
  return [
    { path: entryFile, content },
    ...files.filter(({ path }) => always.test(path) || programs.includes(path)),
  ];
}

/**
 * The language that Pagefind is told. For `zh` it would cut texts by a dictionary of its own (利物 浦),
 * and browsers cut queries by another one (利物浦): of seven pages on Liverpool one was found. For
 * Mandarin's code in ISO 639-3 it cuts at white space only, see `lib/han-cuts.ts`.
 */
const pagefindLanguage: Readonly<Record<Language, string>> = { en: "en", zh: "cmn" };

/** A page as the search knows it. */
export interface SearchRecord {
  /** From the site's root, without the base path: the browser puts that before it. */
  address: string;
  language: Language;
  title: string;
  /** What is read on the page, as plain text. */
  text: string;
}

/**
 * What `promise` comes to. Pagefind does not notice when its program ends by itself, and would be
 * waited for without end, or without a word.
 *
 * @throws if it takes longer than `milliseconds`
 */
export async function withinTime<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Pagefind does not answer")), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Elements that end the sentence before them. */
const blocks =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|h[1-6]|header|li|ol|p|pre|section|table|td|th|tr|ul)$/;
/** Not read as the page's own words. */
const unread = /^(?:nav|svg|style|script|template|noscript|form)$/;

/**
 * The words of a page's `main`, block by block, white space as single spaces.
 *
 * @param skip says of an element's classes whether it is no part of what the page has to say
 */
export function readableText(
  html: string,
  skip: (classes: readonly string[]) => boolean,
): string[] {
  const read: string[] = [""];
  /** Open elements since `main`, and since an element that is skipped. */
  let inMain = 0;
  let skipped = 0;
  const parser = new Parser({
    onopentag(name, { class: classes = "" }) {
      if (name === "main" || inMain > 0) inMain += 1;
      if (skipped > 0 || unread.test(name) || skip(classes.split(" "))) skipped += 1;
      if (blocks.test(name)) read.push("");
    },
    ontext(text) {
      if (inMain > 0 && skipped === 0) read[read.length - 1] += text;
    },
    onclosetag(name) {
      if (inMain > 0) inMain -= 1;
      if (skipped > 0) skipped -= 1;
      if (blocks.test(name)) read.push("");
    },
  });
  parser.end(html);
  return read.map((block) => block.replace(/\s+/g, " ").trim()).filter((block) => block !== "");
}
