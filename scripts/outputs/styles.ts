import { readFile } from "node:fs/promises";
import path from "node:path";
import { type BuildFailure, build } from "esbuild";
import { browserslistToTargets, bundleAsync, Features } from "lightningcss";
import { ContentFailure, type Problem } from "../problems/problem.ts";

const written = "build:";

/**
 * The oldest browsers that pages are for, as browserslist names them: the last of Windows 7 and 8, an
 * iPhone that stops at iOS 15, Firefox with long support. What younger ones alone read is written in
 * an older way.
 */
export const oldestBrowsers = ["chrome 109", "firefox 115", "safari 15.4", "ios_saf 15.4"];

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
    targets: browserslistToTargets(oldestBrowsers),
    // All of these read `text-decoration-color` by its own name, which would get another.
    exclude: Features.VendorPrefixes,
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
  // Each colour names them twice.
  return Buffer.from(code).toString("utf8").replaceAll("--lightningcss-", "--");
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

/** A colour by day and by night, each `#rrggbb`. */
export interface ColourToken {
  light: string;
  dark: string;
}

/**
 * The colours that a stylesheet's custom properties come to, by name without the dashes: both
 * tiers, `var()` followed, `light-dark()` taken apart. Properties that are no opaque colour are left out.
 * Throws for a `var()` that leads nowhere or in a circle.
 */
export function readTokens(css: string): Map<string, ColourToken> {
  const declared = new Map<string, string>();
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "");
  for (const [, name = "", value = ""] of bare.matchAll(/--([\w-]+)\s*:\s*([^;}]+)/g)) {
    if (declared.has(name)) throw new Error(`--${name} is declared twice`);
    declared.set(name, value.trim());
  }
  const colours = new Map<string, ColourToken>();
  for (const name of declared.keys()) {
    const colour = colourOf(name, declared, []);
    if (colour) colours.set(name, colour);
  }
  return colours;
}

function colourOf(
  name: string,
  declared: ReadonlyMap<string, string>,
  way: readonly string[],
): ColourToken | undefined {
  if (way.includes(name)) throw new Error(`--${name} refers to itself`);
  const value = declared.get(name);
  if (value === undefined)
    throw new Error(`--${name} is not declared, but --${way.at(-1)} uses it`);
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (reference !== undefined) return colourOf(reference, declared, [...way, name]);
  const [, light = value, dark = value] =
    /^light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)$/.exec(value) ?? [];
  const colour = { light: sixDigits(light), dark: sixDigits(dark) };
  const isOpaque = Object.values(colour).every((digits) => /^#[0-9a-f]{6}$/.test(digits));
  return isOpaque ? colour : undefined;
}

function sixDigits(colour: string): string {
  return colour.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3").toLowerCase();
}

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
