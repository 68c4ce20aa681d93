import type { Metric } from "../cases/bench-row.ts";

/** How each metric is written: its name, the unit it is shown in, and how much that is. */
export const metrics: Readonly<Record<Metric, { name: string; unit: string; per: number }>> = {
  wall: { name: "wall", unit: "s", per: 1 },
  cpu: { name: "CPU", unit: "s", per: 1 },
  memory: { name: "memory", unit: "MB", per: 1e6 },
  bytes: { name: "bytes", unit: "kB", per: 1000 },
};
