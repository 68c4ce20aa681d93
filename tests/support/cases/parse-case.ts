/** One file of a case, in the words of `tests/fixtures/bad/README.md`. */
export interface CaseFile {
  /** From the project's root; a folder ends with a slash. */
  path: string;
  /** What stands in brackets behind the path: `escaped`, `base64`, `link`, `missing`, `3 times`. */
  form: string;
  text: string;
}

/** What an editor did, and what the check says to it. */
export interface Case {
  files: CaseFile[];
  /** The lines of problems, as printed. */
  expected: string[];
  /** The lines that `npm run report -- translations` prints; undefined: not of interest here. */
  translations: string[] | undefined;
  exitCode: number;
}

/** Reads a case of `tests/fixtures/bad/`. Throws where it is not of that form. */
export function parseCase(text: string): Case {
  const files = text.split(/^-- /m).slice(1).map(parseFile);
  const expected = take(files, "expected");
  const exitCode = /^exit ([01])$/.exec(expected?.pop() ?? "")?.[1];
  if (expected === undefined || exitCode === undefined) {
    throw new Error("a case ends with the section “expected”, and that with the exit code");
  }
  const translations = take(files, "translations");
  return { files, expected, translations, exitCode: Number(exitCode) };
}

function parseFile(section: string): CaseFile {
  const [, path, form = "", text] =
    /^(\S(?:.*?\S)??)(?: \(([^()]+)\))? --\n([\s\S]*)$/.exec(section) ?? [];
  if (path === undefined || text === undefined) throw new Error(`“-- ${section}” is no section`);
  return { path, form, text };
}

/** Takes the section `name` out of `files`, as lines. */
function take(files: CaseFile[], name: string): string[] | undefined {
  const index = files.findIndex(({ path }) => path === name);
  if (index === -1) return undefined;
  return files
    .splice(index, 1)[0]
    ?.text.split("\n")
    .filter((line) => line !== "");
}
