import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { compressFolder } from "../live/compress.ts";
import { startServer } from "../servers/servers.ts";
import { formatTable } from "./pages.ts";

/** A server, and what it did under load. */
interface LoadBench {
  server: string;
  load: Load;
}

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
    const blocks = {
      generated: await readFile(site.serverBlock, "utf8"),
      "nginx's defaults":
        "server {\n    listen 80;\n    root /;\n    include /etc/nginx/mime.types;\n}\n",
    };
    const targets = site.addresses.map((address) => site.prefix + address.slice(1));
    const found: LoadBench[] = [];
    for (const [server, block] of Object.entries(blocks)) {
      await using nginx = await startServer.nginx(block, root);
      const pressure = { connections, seconds, targets };
      found.push({ server, load: await runWrk(nginx.origin, pressure, scratch) });
    }
    return found;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
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

/** What is asked, and how hard. */
interface Pressure {
  connections: number;
  seconds: number;
  /** Asked for in turn, by every connection. */
  targets: readonly string[];
}

/**
 * Puts a server under load with wrk, as browsers do that take Brotli.
 *
 * @param folder where the script for wrk is written
 * @throws what wrk says, if it cannot
 */
async function runWrk(origin: string, pressure: Pressure, folder: string): Promise<Load> {
  const { connections, seconds, targets } = pressure;
  const script = path.join(folder, "load.lua");
  await writeFile(script, lua(targets));
  const args = ["-t2", `-c${connections}`, `-d${seconds}s`, "-s", script, origin];
  const { stdout } = await promisify(execFile)("wrk", args);
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n{")));
}

/** https://github.com/wg/wrk/blob/master/SCRIPTING; its times are microseconds. */
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

const columns = [
  { heading: "nginx with", figures: false },
  ...["Requests", "Errors", "Requests/s", "MB/s", "B/answer", "Median ms", "99 % ms"].map(
    (heading) => ({ heading, figures: true }),
  ),
];

/** The bench of the load as Markdown. */
export function reportLoad(found: readonly LoadBench[]): string {
  return [
    "# Load",
    formatTable(columns, found.map(rowOf)),
    "wrk with 200 connections for 30 s, every page in turn, asking for Brotli; server and wrk on the same machine.",
    "",
  ].join("\n\n");
}

function rowOf({ server, load }: LoadBench): string[] {
  const { requests, bytes, seconds, errors, median, slow } = load;
  return [
    server,
    String(requests),
    String(errors),
    (requests / seconds).toFixed(0),
    (bytes / seconds / 1e6).toFixed(1),
    (bytes / requests).toFixed(0),
    median.toFixed(1),
    slow.toFixed(1),
  ];
}
