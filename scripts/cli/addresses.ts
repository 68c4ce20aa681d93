import { recordAddresses } from "../site/addresses.ts";
import { parseArguments, root, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";

await runCommand(async () => {
  parseArguments(process.argv.slice(2), []);
  const settings = await readSettings(root, process.env, console.log);
  const { added, count } = await recordAddresses(settings);
  for (const address of added) console.log(`+ ${address}`);
  console.log(`${added.length} added; ${count} addresses are listed.`);
});
