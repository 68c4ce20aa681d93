// node scripts/run.mjs COMMAND …: runs a command of scripts/cli/. It is what lets TypeScript run.
import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import module from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.resolve(import.meta.dirname, "..");
const [name = "", ...args] = process.argv.slice(2);
const command = path.join(root, "scripts/cli", `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(command)) {
  refuse(`There is no command “${name}” — see package.json for those that there are`);
}
if (!existsSync(path.join(root, "node_modules/tsx"))) {
  refuse("The packages that the project needs are not there — run “npm ci”");
}
/** Entries of threads, which are files of their own. */
const workers = [
  "scripts/site/reading-thread.mjs",
  "scripts/site/pages-thread.mjs",
  "scripts/outputs/fonts/fonts-worker.mjs",
];
process.argv = [process.execPath, command, ...args];
// From Node 22.8 on: compiled code of ours and of packages is kept, a third of the time of a warm build.
module.enableCompileCache?.(path.join(root, ".cache/code"));
try {
  const file = process.features.typescript ? command : await bundle();
  await import(pathToFileURL(file).href);
} catch (error) {
  // Commands tell every failure themselves: this is code that cannot be loaded.
  console.error(error);
  process.exit(2);
}

/**
 * The command and all of our code that it needs in a few files of JavaScript, for Node before 22.18.
 * Made anew every time, which takes half as long as a loader takes for a hundred modules.
 *
 * @returns {Promise<string>} the file to run: the command's own where nothing can be written
 */
async function bundle() {
  const folder = path.join(root, ".cache/code");
  // Meanwhile, the packages that take longest to load: nearly every command needs them.
  const packages = Promise.all([import("zod"), import("yaml"), import("sharp")]);
  const { build, stop } = await import("esbuild");
  const { outputFiles } = await build({
    // As deep in the project as the source, and workers beside it: modules find what they look for.
    entryPoints: [command, ...workers].map((file) => ({
      in: path.resolve(root, file),
      out: path.parse(file).name,
    })),
    outdir: folder,
    target: "node20",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // What is loaded late in the source is loaded late here.
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    // Workers need no loader.
    define: { "process.features.typescript": "true" },
    write: false,
  });
  await packages;
  // Its program would stay, and hold 50 MB.
  await stop();
  try {
    await mkdir(folder, { recursive: true });
    for (const { path: file, contents } of outputFiles) {
      // By renaming: another process may be reading it.
      await writeFile(`${file}.${process.pid}`, contents);
      await rename(`${file}.${process.pid}`, file);
    }
    return path.join(folder, `${name}.mjs`);
  } catch {
    await import("./typescript.mjs");
    return command;
  }
}

/** @param {string} sentence what is wrong, and how to mend it */
function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
