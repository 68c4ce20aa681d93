import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { copyProject, type ProjectCopy } from "../copy-project.ts";
import { folderDigest } from "../folder-digest.ts";
import { type CommandResult, runBuild } from "../run-build.ts";
import { shrinkPhotos } from "../shrink-photos.ts";
import { assertOneSentence } from "./assert-one-sentence.ts";

/** A copy of the project whose site is built, to inject faults into the next builds. */
export interface BuiltProject extends ProjectCopy {
  /** The site, as `folderDigest` has it. */
  site: Record<string, string>;
  /** Asserts that the build made the same bytes, or failed in one sentence and left the site whole. */
  assertSound(result: CommandResult, expected: "built" | RegExp): Promise<void>;
}

export async function builtProject(): Promise<BuiltProject> {
  const project = await copyProject();
  await shrinkPhotos(project.root);
  const { code, stderr } = await runBuild(project.root);
  assert.equal(code, 0, stderr);
  const live = path.join(project.root, "_site");
  const site = await folderDigest(live);
  return {
    ...project,
    site,
    async assertSound(result, expected) {
      if (expected === "built") assert.equal(result.code, 0, result.stderr);
      else assertOneSentence(result, expected);
      assert.deepEqual(await folderDigest(live), site);
      assert.deepEqual(await sitesIn(project.root), ["_site"]);
    },
  };
}

async function sitesIn(root: string): Promise<string[]> {
  return (await readdir(root)).filter((name) => name.startsWith("_site"));
}
