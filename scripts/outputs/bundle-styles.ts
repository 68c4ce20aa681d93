import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundleAsync } from "lightningcss";
import { ContentFailure } from "../lib/failure.ts";

const written = "build:";

/**
 * A whole stylesheet, bundled from its index and minified.
 *
 * @param generated CSS that the build writes itself, by name; the index imports it as `build:<name>`
 * @param index its path below `root`
 * @throws ContentFailure if a file is missing or is not CSS, with the file's name and line
 */
export async function bundleStyles(
  root: string,
  generated: Readonly<Record<string, string>>,
  index = "assets/styles/index.css",
): Promise<string> {
  const { code } = await bundleAsync({
    filename: path.join(root, index),
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
  }).catch((error: StylesError) => {
    throw stylesFailure(root, error);
  });
  return Buffer.from(code).toString("utf8");
}

/** What Lightning CSS throws; errors of the resolver are its own with these added. */
interface StylesError extends Error {
  code?: string;
  /** The file that could not be read, where `code` is ENOENT. */
  path?: string;
  data?: unknown;
  /** The file in which the fault stands; none where the index itself is missing. */
  fileName?: string;
  loc?: { line: number; column: number } | null;
}

function stylesFailure(root: string, error: StylesError): Error {
  const { code, path: missing, fileName = missing } = error;
  if (fileName === undefined) return error;
  const fromRoot = (file: string) =>
    path.relative(root, path.resolve(root, file)).replaceAll("\\", "/");
  const isImport = error.data === "ResolverError";
  const what =
    code === "ENOENT" && missing !== undefined
      ? `the stylesheet ${fromRoot(missing)} is not there`
      : error.message;
  return new ContentFailure([
    {
      rule: "styles",
      severity: "error",
      path: fromRoot(fileName),
      line: error.loc?.line ?? 1,
      column: error.loc?.column ?? 1,
      message: isImport ? what : `the styles cannot be read here (${what})`,
      remedy: isImport
        ? "bring the file back, or mend the @import that names it"
        : "look for a missing or stray brace, colon or semicolon just before this place",
    },
  ]);
}
