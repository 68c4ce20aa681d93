import type { Build } from "./build.ts";

/** Files that no person reads as they are: each made from objects by a writer of `scripts/outputs/`. */
type MachineFiles = (build: Build) => Iterable<readonly [string, string | Uint8Array]>;

const all: readonly MachineFiles[] = [];

/** Adds the files for machines: path below `_site/`, and content. */
export function useMachineFiles(build: Build): void {
  for (const filesOf of all) {
    for (const [path, content] of filesOf(build)) build.files.set(path, content);
  }
}
