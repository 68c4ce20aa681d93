// node scripts/run.mjs COMMAND …: runs a command of scripts/cli/, as tsx would, from a bundle of the code.
// In JavaScript, because it is what makes TypeScript run; README.md in scripts/run/ says why.
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { bundleCommand } from "./run/bundle-command.mjs";

const root = path.resolve(import.meta.dirname, "..");
const [name = "", ...args] = process.argv.slice(2);
const command = path.join(root, "scripts/cli", `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(command)) {
  refuse(`There is no command “${name}” — see package.json for those that there are`);
}
if (!existsSync(path.join(root, "node_modules/esbuild"))) {
  refuse("The packages that the project needs are not there — run “npm ci”");
}
process.argv = [process.execPath, command, ...args];
// V8 lets its heap grow to a multiple of what lives in it before it looks through all of it: with ten
// thousand articles nearly half of the memory. This spares it, for a few seconds of looking more often.
setFlagsFromString("--heap-growing-percent=15");

const bundle = await bundleCommand(root, command).catch((error) => {
  // What is wrong with the code is printed by now, with its place.
  if (error instanceof Error && "errors" in error) process.exit(2);
  throw error;
});
// Where nothing can be written, the command itself says so.
if (!bundle) (await import("tsx/esm/api")).register();
await import(pathToFileURL(bundle ?? command).href);

/** @param {string} sentence what is wrong, and how to mend it */
function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
