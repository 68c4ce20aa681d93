import { existsSync, readFileSync } from "node:fs";
import os from "node:os";

/** The kind of this machine: processor, cores, memory, system and Node. */
export function describeMachine(): string {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  const system = /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? os.type();
  const cores = os.cpus();
  const memory = Math.round(os.totalmem() / 1e9);
  return [
    `${cores[0]?.model.trim() ?? os.arch()}, ${cores.length} cores`,
    `${memory} GB`,
    `${system} (${os.type()} ${os.release()})`,
    `Node ${process.versions.node}`,
  ].join(", ");
}
