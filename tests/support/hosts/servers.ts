import { readFile } from "node:fs/promises";
import path from "node:path";
import { startServer } from "../../../scripts/servers/servers.ts";

const written = (project: string, file: string) =>
  readFile(path.join(project, ".cache/hosts", file), "utf8");

/** Starts each server with the file that `npm run hosts` wrote for it, over a folder served as `/`. */
export const servers = {
  nginx: async (project: string, root: string) =>
    startServer.nginx(await written(project, "nginx.conf"), root),
  Caddy: async (project: string, root: string) =>
    startServer.Caddy(await written(project, "Caddyfile"), root),
};
