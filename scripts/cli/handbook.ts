import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { withHandbookTable } from "../site/rules.ts";
import { parseArguments, root, runCommand } from "./command.ts";

// `npm run handbook`
await runCommand(async () => {
  parseArguments(process.argv.slice(2), []);
  const file = path.join(root, "content/README.md");
  await writeFile(file, withHandbookTable(await readFile(file, "utf8")));
  console.log(`Written: ${path.relative(root, file)}`);
});
