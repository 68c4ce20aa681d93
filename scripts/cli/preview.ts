import path from "node:path";
import { EnvironmentFailure } from "../problems/problem.ts";
import { createProgress, explainFailure, parseArguments, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";

const root = path.resolve(import.meta.dirname, "../..");

// `npm start`: keeps a second process of the same command, which serves, and starts it anew when code
// changes.
await runCommand(async () => {
  parseArguments(process.argv.slice(2), []);
  const port = readPort(process.env.PORT);
  if (process.send) await serve(port);
  else await keepServing();
});

async function keepServing(): Promise<void> {
  endWithStarter();
  const { keepRunning } = await import("../preview/restart.ts");
  keepRunning({
    command: [path.join(root, "scripts/run.mjs"), "preview"],
    code: ["scripts", "eleventy.config.ts"].map((part) => path.join(root, part)),
    say: console.log,
  });
}

async function serve(port: number): Promise<void> {
  // The first process ends this one. On a terminal both get the signal, and this one might be missed.
  process.on("SIGINT", () => {});
  process.on("disconnect", () => process.exit());
  // To wait for that is no reason to stay where it cannot serve.
  process.channel?.unref();
  const { startPreview } = await import("../preview/preview.ts");
  const { prefix } = await readSettings(root, process.env, console.log);
  await startPreview({
    root,
    port,
    host: process.env.HOST || "127.0.0.1",
    prefix,
    // Where the build's date comes from was said above.
    settings: () => readSettings(root, process.env, () => {}),
    explain: explainFailure,
    progress: createProgress(process.stderr),
    say: console.log,
  });
  process.send?.("serving");
}

/** Ends this process, and the one that serves with it, when the one that started it ends. */
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
