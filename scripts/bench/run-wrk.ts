import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** What a server did under load. */
export interface Load {
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
export interface Pressure {
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
export async function runWrk(origin: string, pressure: Pressure, folder: string): Promise<Load> {
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
