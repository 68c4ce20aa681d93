import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Entries of worker threads: they have to be files of their own. */
const workers = ["scripts/html/finish-worker.mjs", "scripts/outputs/fonts/fonts-worker.mjs"];

/**
 * Bundles a command with all of our code that it needs, and no packages.
 *
 * @param {string} root the project's folder, absolute
 * @param {string} command its source, absolute
 * @param {string} folder where the bundle is put
 * @throws esbuild's failure, which it has printed, if the code cannot be read; and what the disk throws
 */
export async function bundleCode(root, command, folder) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [command, ...workers].map((file) => ({ in: file, out: path.parse(file).name })),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // What is loaded late in the source is loaded late in the bundle.
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "error",
    // Written here, so that what the disk says can be told from what is wrong with the code.
    write: false,
    plugins: [
      { name: "places", setup: keepPlaces },
      { name: "no loader", setup: leaveOutLoader },
    ],
  });
  await Promise.all(outputFiles.map(({ path: file, contents }) => writeFile(file, contents)));
}

/**
 * Modules ask where they lie; in the bundle they are answered as in the source.
 *
 * @param {import("esbuild").PluginBuild} build
 */
function keepPlaces(build) {
  build.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
    const source = await readFile(file, "utf8");
    // By functions: in a text, the `$` of a folder's name would stand for something else.
    const contents = source
      .replaceAll("import.meta.dirname", () => JSON.stringify(path.dirname(file)))
      .replaceAll("import.meta.url", () => JSON.stringify(pathToFileURL(file).href));
    return { contents, loader: "ts" };
  });
}

/**
 * A bundle has no TypeScript to load.
 *
 * @param {import("esbuild").PluginBuild} build
 */
function leaveOutLoader(build) {
  const namespace = "no-loader";
  build.onResolve({ filter: /^tsx\/esm\/api$/ }, ({ path: name }) => ({ path: name, namespace }));
  build.onLoad({ filter: /./, namespace }, () => ({ contents: "export function register() {}" }));
}
