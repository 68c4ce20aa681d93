import path from "node:path";
import { keepRunning } from "../preview/restart.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { createProgress, explainFailure, parseArguments, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Only the process that serves loads the build; what of it cannot be loaded is told before it begins. */
const preview = process.send && (await import("../preview/preview.ts"));

// `npm start`: keeps a second process of the same command, which serves, and starts it anew when code
// changes.
await runCommand(async () => {
  parseArguments(process.argv.slice(2), []);
  const port = readPort(process.env.PORT);
  if (preview) return serve(port, preview);
  endWithStarter();
  keepRunning({
    command: [path.join(root, "scripts/run.mjs"), "preview"],
    code: ["scripts", "eleventy.config.ts"].map((part) => path.join(root, part)),
    say: console.log,
  });
});

async function serve(port: number, { startPreview }: NonNullable<typeof preview>): Promise<void> {
  // The first process ends this one. On a terminal both get the signal, and this one might be missed.
  process.on("SIGINT", () => {});
  process.on("disconnect", () => process.exit());
  if (!process.connected) process.exit();
  // To wait for that is no reason to stay where it cannot serve.
  process.channel?.unref();
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
