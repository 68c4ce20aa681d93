import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { compressFolder } from "../live/compress.ts";
import { moveNginxBlock, startNginx } from "../servers/servers.ts";
import { type Load, runWrk } from "./run-wrk.ts";

/** A server, and what it did under load. */
export interface LoadBench {
  server: string;
  load: Load;
}

/** What is served. */
export interface SiteToLoad {
  /** The built site. */
  folder: string;
  /** Where it is served: begins and ends with `/`. */
  prefix: string;
  /** Of its pages, from the site's root. */
  addresses: readonly string[];
  /** The server block that `npm run hosts` wrote. */
  serverBlock: string;
  /** Of compressed files, kept between runs. */
  cache: string;
}

/** Connections that the site has to hold: https://github.com/wg/wrk. */
const connections = 200;

/** How long each of them. */
const seconds = 30;

/**
 * Puts every page of a site under load, on nginx by the generated block and then by nginx's own
 * defaults.
 */
export async function benchLoad(site: SiteToLoad): Promise<LoadBench[]> {
  const scratch = await mkdtemp(path.join(tmpdir(), "load-"));
  try {
    const root = path.join(scratch, "www");
    const folder = path.join(root, site.prefix);
    await mkdir(path.dirname(folder), { recursive: true });
    await cp(site.folder, folder, { recursive: true });
    const work = path.join(scratch, "work");
    await compressFolder({ folder, work, cache: site.cache });
    const block = await readFile(site.serverBlock, "utf8");
    const blocks = [
      { server: "generated", at: (listen: string) => moveNginxBlock(block, listen, root) },
      {
        server: "nginx's defaults",
        at: (listen: string) =>
          `server { include /etc/nginx/mime.types; listen ${listen}; root ${root}; }`,
      },
    ];
    const targets = site.addresses.map((address) => site.prefix + address.slice(1));
    const found: LoadBench[] = [];
    for (const { server, at } of blocks) {
      await using nginx = await startNginx(at);
      const pressure = { connections, seconds, targets };
      found.push({ server, load: await runWrk(nginx.origin, pressure, scratch) });
    }
    return found;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
