// node scripts/run.mjs COMMAND …: runs a command of scripts/cli/, as tsx would, from a bundle of the code.
// In JavaScript, because it is what makes TypeScript run; README.md in scripts/run/ says why.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleCommand } from "./run/bundle-command.mjs";

const root = path.resolve(import.meta.dirname, "..");
const [name = "", ...args] = process.argv.slice(2);
const command = path.join(root, "scripts/cli", `${name}.ts`);
process.argv = [process.execPath, command, ...args];

const bundle = await bundleCommand(root, command).catch((error) => {
  // What is wrong with the code is printed by now, with its place.
  if (error instanceof Error && "errors" in error) process.exit(2);
  throw error;
});
// Where nothing can be written, the command itself says so.
if (!bundle) (await import("tsx/esm/api")).register();
await import(pathToFileURL(bundle ?? command).href);
