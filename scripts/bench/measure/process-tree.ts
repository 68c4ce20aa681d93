import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a process and all it started held and used, as the kernel tells it in /proc. */
export interface TreeUse {
  /** Bytes: the most that all together held when looked at; shared pages count in each of them. */
  memory: number;
  /** Seconds of processor time, user and system, of all that were ever seen. */
  cpu: number;
}

interface Process {
  id: number;
  parent: number;
  /** Of the machine's clock; tells a process from a later one with the same number. */
  started: string;
  /** Of processor time. */
  ticks: number;
  /** Of memory. */
  pages: number;
}

/** Follows a process and all that it starts; call `look` often, and read `use` at the end. */
export function watchProcessTree(root: number): { look: () => void; use: () => TreeUse } {
  const unit = (name: string): number =>
    Number(execFileSync("getconf", [name], { encoding: "utf8" }));
  const [ticksPerSecond, pageSize] = [unit("CLK_TCK"), unit("PAGESIZE")];
  /** Those seen, also the ones whose parent ended before them. */
  const seen = new Map<number, Process>();
  const cpuOf = new Map<string, number>();
  let memory = 0;
  const look = (): void => {
    const now = listProcesses();
    const inTree = (each: Process): boolean =>
      each.id === root || seen.get(each.id)?.started === each.started || seen.has(each.parent);
    // A parent may stand after its child: look until nothing is added.
    for (let known = -1; known !== seen.size; ) {
      known = seen.size;
      for (const each of now) if (inTree(each)) seen.set(each.id, each);
    }
    const tree = now.filter(({ id }) => seen.has(id));
    for (const { id, started, ticks } of tree) cpuOf.set(`${id} ${started}`, ticks);
    memory = Math.max(memory, tree.reduce((sum, { pages }) => sum + pages, 0) * pageSize);
    for (const id of seen.keys()) if (!now.some((each) => each.id === id)) seen.delete(id);
  };
  const use = (): TreeUse => {
    const ticks = [...cpuOf.values()].reduce((sum, each) => sum + each, 0);
    return { memory, cpu: ticks / ticksPerSecond };
  };
  return { look, use };
}

function listProcesses(): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    const stat = readStat(name);
    if (stat === undefined) return [];
    // proc(5): the fields from the third on; the second, a name in brackets, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const field = (number: number): string => fields[number - 3] ?? "";
    return {
      id: Number(name),
      parent: Number(field(4)),
      ticks: Number(field(14)) + Number(field(15)),
      started: field(22),
      pages: Number(field(24)),
    };
  });
}

function readStat(id: string): string | undefined {
  try {
    return readFileSync(`/proc/${id}/stat`, "utf8");
  } catch {
    // It has ended since the folder was listed.
    return undefined;
  }
}
