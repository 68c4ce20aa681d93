import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { folderDigest } from "./files.ts";
import type { BuiltProject, CommandResult } from "./project.ts";

/**
 * Asserts that a build made the same bytes as the first one, or failed in one sentence; and that either
 * way the site is whole.
 */
export async function assertSound(
  { root, site }: BuiltProject,
  result: CommandResult,
  expected: "built" | RegExp,
): Promise<void> {
  if (expected === "built") assert.equal(result.code, 0, result.stderr);
  else assertOneSentence(result, expected);
  assert.deepEqual(await folderDigest(path.join(root, "_site")), site);
  assert.deepEqual(await sitesIn(root), ["_site"]);
}

/** What stands in a project under the name of the site, whole or on its way. */
export async function sitesIn(root: string): Promise<string[]> {
  return (await readdir(root)).filter((name) => name.startsWith("_site"));
}

/** The build ended with code 2 and one sentence that says what to do; progress may stand before it. */
export function assertOneSentence({ code, stderr }: CommandResult, expected: RegExp): void {
  assert.equal(code, 2, stderr);
  const lines = stderr.split("\n").filter((line) => line && !/^[\w ]+ \d+\/\d+$/.test(line));
  assert.equal(lines.length, 1, stderr);
  assert.match(lines[0] ?? "", expected);
  assert.match(lines[0] ?? "", /^[A-Z].* — /);
}

/** What a command is cut off from. */
type Namespace = "--mount" | "--net";

/**
 * What to put in front of a command so that it runs in a namespace of its own, after `prepare` (a
 * shell script): mounts made there are seen by nobody else and end with it.
 * Throws, with the reason, on a machine that does not allow it.
 */
export function apart(namespace: Namespace, prepare = "true"): string[] {
  // Whoever is not root is root within; Linux only, and not in every container.
  const unshare = ["unshare", namespace, ...(process.getuid?.() === 0 ? [] : ["--map-root-user"])];
  const trial = spawnSync(unshare[0] as string, [...unshare.slice(1), "true"], {
    encoding: "utf8",
  });
  if (trial.status !== 0) {
    const reason = trial.error?.message ?? trial.stderr.trim();
    throw new Error(
      `this fault needs a namespace of its own, which this machine does not allow (${reason}) — run the test as root on Linux; on Ubuntu “sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0” allows it to everybody`,
    );
  }
  return [...unshare, "sh", "-ec", `${prepare}\nexec "$@"`, "sh"];
}

/** Ways in which a file of a cache can be spoilt, by a disk, a kill or another program. */
const damages: readonly ((file: string) => Promise<void>)[] = [
  (file) => truncate(file, 0),
  async (file) => truncate(file, Math.floor((await readFile(file)).length / 2)),
  async (file) => {
    const bytes = await readFile(file);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
  },
  (file) => writeFile(file, "<!doctype html><title>Not a cache</title>"),
  (file) => rm(file),
];

/** Spoils files of a cache, each in the next way. */
export async function damage(files: readonly string[]): Promise<void> {
  for (const [at, file] of files.entries()) await damages[at % damages.length]?.(file);
}
