import path from "node:path";
import { openEditor } from "../edit/door.ts";
import { startPreview } from "../preview/preview.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { explainFailure, parseArguments, root, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";

// `npm start`
await runCommand(async () => {
  parseArguments(process.argv.slice(2), []);
  endWithStarter();
  const { prefix } = await readSettings(root, process.env, console.log);
  await startPreview({
    root,
    prefix,
    port: readPort(process.env.PORT),
    host: process.env.HOST || "127.0.0.1",
    buildCommand: [path.join(root, "scripts/run.mjs"), "preview-build"],
    editor: openEditor({
      root,
      prefix,
      // It is said once where the build's date comes from.
      settings: () => readSettings(root, process.env, () => {}),
      explain: explainFailure,
    }),
    say: console.log,
  });
});

/** Ends this process, and the one that builds with it, when the one that started it ends. */
function endWithStarter(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit());
  // A starter that was killed cannot pass the signal on, and the preview would run for ever.
  const starter = process.ppid;
  const look = () => process.ppid === starter || process.exit();
  setInterval(look, 1000).unref();
}

function readPort(written: string | undefined): number {
  const port = Number(written || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new EnvironmentFailure(
      `PORT is “${written}”, which is not a port — give a number from 1 to 65535, or leave it out`,
    );
  }
  return port;
}
