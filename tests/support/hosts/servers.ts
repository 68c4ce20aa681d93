import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  moveCaddyfile,
  moveNginxBlock,
  type RunningServer,
  startCaddy,
  startNginx,
} from "../../../scripts/servers/servers.ts";

/** Starts a server with the file that `npm run hosts` wrote for it, over a folder served as `/`. */
export type StartServer = (project: string, root: string) => Promise<RunningServer>;

/** The servers that the site is tried on. */
export const servers: Readonly<Record<"nginx" | "Caddy", StartServer>> = {
  nginx: async (project, root) => {
    const block = await readFile(path.join(project, ".cache/hosts/nginx.conf"), "utf8");
    return startNginx((listen) => moveNginxBlock(block, listen, root));
  },
  Caddy: async (project, root) => {
    const file = await readFile(path.join(project, ".cache/hosts/Caddyfile"), "utf8");
    return startCaddy((listen) => moveCaddyfile(file, listen, root));
  },
};
