import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { apart } from "../../../support/faults/apart.ts";
import { assertOneSentence } from "../../../support/faults/assert-one-sentence.ts";
import { type BuiltProject, builtProject } from "../../../support/faults/built-project.ts";
import { folderDigest } from "../../../support/folder-digest.ts";
import { runBuild } from "../../../support/run-build.ts";

let project: BuiltProject;
let scratch: string;

before(async () => {
  project = await builtProject();
  scratch = await mkdtemp(path.join(tmpdir(), "faults-"));
});

after(async () => {
  await project[Symbol.asyncDispose]();
  await rm(scratch, { recursive: true });
});

/** A shell script that mounts `folder` of the project upon itself, read-only. */
const readOnly = (folder: string) => {
  const place = `"${path.join(project.root, folder)}"`;
  return `mount --bind ${place} ${place}; mount -o remount,bind,ro ${place}; cd "${project.root}"`;
};

// From the first file to the last photograph; the cache is on the same disk, filled or empty.
for (const [left, cache] of [
  [0, "full"],
  [40, "full"],
  [90, "full"],
  [10, "empty"],
] as const) {
  test(`a disk with room for ${left} % of what is to be written, with ${cache === "full" ? "a" : "no"} cache, leaves the site whole`, async () => {
    const disk = await mkdtemp(path.join(scratch, "disk-"));
    const result = await mkdtemp(path.join(scratch, "result-"));
    // Made small once the project is on it; what is left there is brought out at the end.
    const within = apart(
      "--mount",
      `mount -t tmpfs tmpfs "${disk}"
      cp -a "${project.root}/." "${disk}"
      cd "${disk}"
      ${cache === "empty" ? "rm -r .cache" : ""}
      used=$(df --output=used -k . | tail -n 1)
      need=$(du -sk _site | cut -f 1)
      mount -o remount,size=$((used + need * ${left} / 100))k "${disk}"
      code=0; "$@" || code=$?
      cp -a _site* "${result}"
      exit $code`,
    );
    assertOneSentence(await runBuild(disk, { within }), /(?:^T|: t)he disk is full/);
    assert.deepEqual(await readdir(result), ["_site"]);
    assert.deepEqual(await folderDigest(path.join(result, "_site")), project.site);
  });
}

test("a project that cannot be written to fails in one sentence", async () => {
  const within = apart("--mount", readOnly("."));
  const result = await runBuild(project.root, { within });
  await project.assertSound(result, /^Cannot use .+: the folder is read-only/);
});

test("a site that stands on a disk of its own cannot be swapped, and stays", async () => {
  const within = apart("--mount", readOnly("_site"));
  const result = await runBuild(project.root, { within });
  await project.assertSound(result, /_site: .*(?:mount|disk) of its own/);
});

test("a cache that cannot be written to fails in one sentence", async () => {
  const within = apart("--mount", readOnly(".cache"));
  const result = await runBuild(project.root, { within });
  await project.assertSound(result, /\.cache\/.*: the folder is read-only/);
});
