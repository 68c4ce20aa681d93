import path from "node:path";
import { EnvironmentFailure } from "../lib/failure.ts";
import { startPreview } from "../site/preview/start-preview.ts";
import { readSettings } from "./read-settings.ts";
import { runCommand } from "./run-command.ts";

const root = path.resolve(import.meta.dirname, "../..");

await runCommand(async () => {
  const { prefix } = await readSettings(root, process.env, console.log);
  await startPreview({
    root,
    prefix,
    port: readPort(process.env.PORT),
    buildScript: path.join(import.meta.dirname, "preview-build.ts"),
    say: console.log,
  });
});

function readPort(written: string | undefined): number {
  const port = Number(written || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new EnvironmentFailure(
      `PORT is “${written}”, which is not a port — give a number from 1 to 65535, or leave it out`,
    );
  }
  return port;
}
