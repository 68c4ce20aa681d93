/** Test files by the step that runs them; paths from the project's root with forward slashes. */
export interface TestFiles {
  unit: string[];
  /** Rules over `_site/`. */
  site: string[];
  browser: string[];
}

/** What the command line asked for. */
export interface Choice {
  /** Only the long cases (`*.long.test.ts`), or only the others. */
  long: boolean;
  /** Files or folders from the project's root; empty: all. */
  paths: readonly string[];
}

/**
 * Sorts the test files among `files` into the steps of a run.
 * Throws where a path or the whole choice matches no test: a run of nothing must not look sound.
 */
export function chooseTestFiles(files: readonly string[], choice: Choice): TestFiles {
  const tests = files.filter(
    (file) =>
      file.endsWith(".test.ts") &&
      file.endsWith(".long.test.ts") === choice.long &&
      !file.startsWith("tests/fixtures/"),
  );
  const wanted = choice.paths.map((path) =>
    path.replaceAll("\\", "/").replace(/^\.\//, "").replace(/\/+$/, ""),
  );
  for (const path of wanted) {
    if (!tests.some((file) => isWithin(file, path))) throw new Error(`no test file in ${path}`);
  }
  const chosen = tests.filter(
    (file) => wanted.length === 0 || wanted.some((path) => isWithin(file, path)),
  );
  if (chosen.length === 0) throw new Error("no test file found");
  const site = chosen.filter((file) => isWithin(file, "tests/site"));
  const browser = chosen.filter((file) => isWithin(file, "tests/browser"));
  const unit = chosen.filter((file) => !site.includes(file) && !browser.includes(file));
  return { unit, site, browser };
}

function isWithin(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}
