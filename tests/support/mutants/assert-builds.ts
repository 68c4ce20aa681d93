import assert from "node:assert/strict";
import path from "node:path";
import { runBuild } from "../run-build.ts";
import { readSite } from "../site/read-site.ts";
import { unsafeCode } from "./unsafe-code.ts";

/** Asserts that the real command builds the project at `root`, and that no text became a program. */
export async function assertBuilds(root: string, what: string): Promise<void> {
  const { code, stderr } = await runBuild(root);
  assert.equal(code, 0, `${what}: ${stderr.slice(-2000)}`);
  const site = await readSite(path.join(root, "_site"), "https://www.l-s-p.org.uk", "/");
  assert.deepEqual(unsafeCode(site), [], what);
}
