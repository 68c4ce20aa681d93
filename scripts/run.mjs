// node scripts/run.mjs COMMAND …: runs a command of scripts/cli/. In JavaScript, because it is what lets
// TypeScript run.
import { existsSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

const root = path.resolve(import.meta.dirname, "..");
const [name = "", ...args] = process.argv.slice(2);
const command = path.join(root, "scripts/cli", `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(command)) {
  refuse(`There is no command “${name}” — see package.json for those that there are`);
}
if (!existsSync(path.join(root, "node_modules/tsx"))) {
  refuse("The packages that the project needs are not there — run “npm ci”");
}
process.argv = [process.execPath, command, ...args];
// V8 lets its heap grow to a multiple of what lives in it before it looks through all of it: with ten
// thousand articles nearly half of the memory. This spares it, for a few seconds of looking more often.
setFlagsFromString("--heap-growing-percent=15");
// From Node 22.8 on: compiled code of ours and of packages is kept, a third of the time of a warm build.
module.enableCompileCache?.(path.join(root, ".cache/code"));
await import("./typescript.mjs");
try {
  await import(pathToFileURL(command).href);
} catch (error) {
  // Commands tell every failure themselves: this is code that cannot be loaded.
  console.error(error);
  process.exit(2);
}

/** @param {string} sentence what is wrong, and how to mend it */
function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
