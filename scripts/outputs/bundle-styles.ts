import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundleAsync } from "lightningcss";
import { ContentFailure } from "../lib/failure.ts";

const written = "build:";

/**
 * The whole stylesheet, bundled from `assets/styles/index.css` and minified.
 *
 * @param generated CSS that the build writes itself, by name; the index imports it as `build:<name>`
 * @throws ContentFailure if a file is missing or is not CSS, with the file's name and line
 */
export async function bundleStyles(
  root: string,
  generated: Readonly<Record<string, string>>,
): Promise<string> {
  const { code } = await bundleAsync({
    filename: path.join(root, "assets/styles/index.css"),
    minify: true,
    // Names in errors and order of rules never depend on where the project lies.
    projectRoot: root,
    resolver: {
      resolve: (specifier, from) =>
        specifier.startsWith(written) ? specifier : path.resolve(path.dirname(from), specifier),
      read(file) {
        if (!file.startsWith(written)) return readFile(file, "utf8");
        const css = generated[file.slice(written.length)];
        if (css === undefined) throw new Error(`the build writes no styles called ${file}`);
        return css;
      },
    },
  }).catch((error: unknown) => {
    throw stylesFailure(root, error);
  });
  return Buffer.from(code).toString("utf8");
}

function stylesFailure(root: string, error: unknown): unknown {
  if (!(error instanceof Error && "fileName" in error && "loc" in error)) return error;
  const loc = error.loc as { line: number; column: number } | null;
  return new ContentFailure([
    {
      rule: "styles",
      severity: "error",
      path: path.relative(root, path.resolve(root, String(error.fileName))).replaceAll("\\", "/"),
      line: loc?.line ?? 1,
      column: loc?.column ?? 1,
      message: `the styles cannot be read here (${error.message})`,
      remedy: "look for a missing or stray brace, colon or semicolon just before this place",
    },
  ]);
}
