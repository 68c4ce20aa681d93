import assert from "node:assert/strict";

/** More than these are one fault in a template, and nobody reads them all. */
const limit = 100;

/** Fails with every fault on a line of its own, so that one run shows all of them. */
export function assertNoFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const more = faults.length > limit ? [`and ${faults.length - limit} more`] : [];
  assert.fail([`${faults.length} faults:`, ...faults.slice(0, limit), ...more].join("\n"));
}
