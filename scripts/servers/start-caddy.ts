import { writeFile } from "node:fs/promises";
import path from "node:path";
import { runServer } from "./run-server.ts";
import type { RunningServer } from "./running-server.ts";

/**
 * Starts Caddy, without certificates and without its administration's port.
 *
 * @param siteBlock the site's block of the Caddyfile, given the address that it is to have
 * @throws with what Caddy said, if it does not take the block
 */
export function startCaddy(siteBlock: (listen: string) => string): Promise<RunningServer> {
  return runServer(async (folder, port) => {
    const file = path.join(folder, "Caddyfile");
    const options = "{\n\tadmin off\n\tauto_https off\n}\n";
    await writeFile(file, options + siteBlock(`http://127.0.0.1:${port}`));
    return {
      command: "caddy",
      args: ["run", "--config", file, "--adapter", "caddyfile"],
      environment: { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    };
  });
}
