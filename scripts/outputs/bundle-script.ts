import { type BuildFailure, build } from "esbuild";
import { ContentFailure } from "../lib/failure.ts";
import type { Problem } from "../lib/problem.ts";

/**
 * A script for browsers as one minified module.
 *
 * @param root the project's folder, absolute
 * @param entry path of the script from there
 * @throws ContentFailure if a file is missing or cannot be read as TypeScript, with its name and line
 */
export async function bundleScript(root: string, entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    minify: true,
    // Modules, worker and `import()` work in all browsers that know this.
    target: "es2022",
    charset: "utf8",
    write: false,
    logLevel: "silent",
    tsconfigRaw: {},
  }).catch((error: BuildFailure) => {
    throw new ContentFailure(error.errors.map((each) => problemOf(each, entry)));
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`${entry} was bundled to nothing`);
  return script.contents;
}

function problemOf({ text, location }: BuildFailure["errors"][number], entry: string): Problem {
  return {
    rule: "scripts",
    severity: "error",
    path: location?.file ?? entry,
    line: location?.line ?? 1,
    column: (location?.column ?? 0) + 1,
    message: `the script cannot be read here (${text})`,
    remedy: "mend it, or bring back the file that it names",
  };
}
