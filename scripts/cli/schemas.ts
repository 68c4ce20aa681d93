import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { schemaFiles, schemaFolder } from "../site/editor-schemas.ts";
import { parseArguments, root, runCommand } from "./command.ts";

await runCommand(async () => {
  parseArguments(process.argv.slice(2), []);
  const files = schemaFiles();
  await rm(path.join(root, schemaFolder), { recursive: true, force: true });
  await mkdir(path.join(root, schemaFolder), { recursive: true });
  for (const [file, text] of files) await writeFile(path.join(root, file), text);
  console.log(`${files.size} schemas in ${schemaFolder}/.`);
});
