import type { IndexFile } from "pagefind";
import { languages } from "../../lib/language.ts";
import { pagefindLanguage } from "./pagefind-language.ts";

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
export function neededFiles(files: readonly IndexFile[]): IndexFile[] {
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
