import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { compressFolder } from "../live/compress.ts";
import { startServer } from "../servers/servers.ts";
import { formatTable, startChild, temporaryFolder } from "./bench.ts";

/** What is served. */
interface SiteToLoad {
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

/** What a server did under load. */
interface Load {
  requests: number;
  /** Bytes of answers, headers among them. */
  bytes: number;
  seconds: number;
  /** Connections refused or broken, answers from 400 on, and answers that took over 2 s. */
  errors: number;
  /** Milliseconds in which half, and 99 of 100, were answered. */
  median: number;
  slow: number;
}

/** Connections that the site has to hold: https://github.com/wg/wrk. */
const connections = 200;

/** How long it has to hold them. */
const seconds = 30;

/** Puts every page of a site under load, on nginx by the generated block. Throws what wrk says, if it cannot. */
export async function benchLoad(site: SiteToLoad): Promise<Load> {
  using scratch = temporaryFolder();
  const root = path.join(scratch.path, "www");
  const folder = path.join(root, site.prefix);
  await mkdir(path.dirname(folder), { recursive: true });
  await cp(site.folder, folder, { recursive: true });
  const work = path.join(scratch.path, "work");
  await compressFolder({ folder, work, cache: site.cache });
  const block = await readFile(site.serverBlock, "utf8");
  await using nginx = await startServer.nginx(block, root);
  const script = path.join(scratch.path, "load.lua");
  await writeFile(script, lua(site.addresses.map((address) => site.prefix + address.slice(1))));
  const args = ["-t2", `-c${connections}`, `-d${seconds}s`, "-s", script, nginx.origin];
  using wrk = startChild("wrk", { file: "wrk", args, cwd: scratch.path });
  const said = await wrk.ended;
  return JSON.parse(said.slice(said.lastIndexOf("\n{")));
}

/**
 * Asks for all targets in turn, as browsers do that take Brotli, and prints a {@link Load}:
 * https://github.com/wg/wrk/blob/master/SCRIPTING; its times are microseconds.
 */
function lua(targets: readonly string[]): string {
  return `local targets = { ${targets.map((target) => JSON.stringify(target)).join(", ")} }
local at = 0
wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
request = function()
  at = at % #targets + 1
  return wrk.format("GET", targets[at])
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '\\n{"requests":%d,"bytes":%d,"seconds":%.3f,"errors":%d,"median":%.3f,"slow":%.3f}',
    summary.requests, summary.bytes, summary.duration / 1e6,
    e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
`;
}

/** The bench of the load as Markdown. */
export function reportLoad({ requests, errors, bytes, seconds, median, slow }: Load): string {
  const figures = {
    Requests: requests.toFixed(0),
    Errors: errors.toFixed(0),
    "Requests/s": (requests / seconds).toFixed(0),
    "MB/s": (bytes / seconds / 1e6).toFixed(1),
    "B/answer": (bytes / requests).toFixed(0),
    "Median ms": median.toFixed(1),
    "99 % ms": slow.toFixed(1),
  };
  return [
    "# Load",
    formatTable([Object.keys(figures), Object.values(figures)], 0),
    `wrk with ${connections} connections for ${seconds.toFixed(0)} s, every page in turn, asking for Brotli; server and wrk on the same machine.`,
    "",
  ].join("\n\n");
}
