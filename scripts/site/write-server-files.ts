import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { caddyfile } from "../outputs/hosts/caddy.ts";
import { nginxBlock } from "../outputs/hosts/nginx.ts";
import type { RenderedSite } from "./render-site.ts";

/** Paths of what was written. */
interface ServerFiles {
  nginx: string;
  caddy: string;
}

/** Writes what a server of one's own needs to serve a site, for nginx and for Caddy. */
export async function writeServerFiles(
  { served, origin }: Pick<RenderedSite, "served" | "origin">,
  folder: string,
): Promise<ServerFiles> {
  const name = new URL(origin).hostname;
  const root = `/var/www/${name}`;
  const files = {
    nginx: path.join(folder, "nginx.conf"),
    caddy: path.join(folder, "Caddyfile"),
  };
  await mkdir(folder, { recursive: true });
  await replace(files.nginx, nginxBlock(served, { listen: "80", name, root }));
  await replace(files.caddy, caddyfile(served, { listen: name, root }));
  return files;
}

/** Whole or not at all: half a block would be copied to a server like a whole one. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
