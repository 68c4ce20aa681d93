import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { type BuiltProject, builtProject } from "../../../support/faults/built-project.ts";
import { folderDigest } from "../../../support/folder-digest.ts";
import { projectRoot } from "../../../support/project-root.ts";
import { runBuild } from "../../../support/run-build.ts";

let project: BuiltProject;
/** The site of each origin, built alone. */
const sites = new Map<string, Record<string, string>>();
const origins = ["https://one.example", "https://two.example"] as const;
const [one, two] = origins;
const live = () => folderDigest(path.join(project.root, "_site"));
const left = async () => (await readdir(project.root)).filter((name) => name.startsWith("_site"));
const meeting = path.join(projectRoot, "tests/fixtures/faults/build-between-renames.mjs");

const build = (SITE_ORIGIN: string, environment: Record<string, string> = {}, node?: string[]) =>
  runBuild(project.root, {
    environment: { SITE_ORIGIN, ...environment },
    ...(node && { node }),
  });

before(async () => {
  project = await builtProject();
  for (const origin of origins) {
    assert.equal((await build(origin)).code, 0);
    sites.set(origin, await live());
  }
});

after(() => project[Symbol.asyncDispose]());

test("of two builds that run side by side both succeed, and the site is whole and of one of them", async () => {
  const results = await Promise.all(origins.map((origin) => build(origin)));
  for (const { code, stderr } of results) assert.equal(code, 0, stderr);
  const site = await live();
  const own = [...sites.values()].find((each) => each["build.json"] === site["build.json"]);
  assert.deepEqual(site, own);
  assert.deepEqual(await left(), ["_site"]);
});

test("a build that comes between the two renames of another is replaced by it, as by any later one", async () => {
  const { code, stderr } = await build(one, { OTHER_ORIGIN: two }, ["--import", meeting]);
  assert.equal(code, 0, stderr);
  assert.deepEqual(await live(), sites.get(one));
  assert.deepEqual(await left(), ["_site"]);
});

test("a build that is killed after another came between leaves that one’s site", async () => {
  const environment = { OTHER_ORIGIN: two, KILLED: "1" };
  const { signal } = await build(one, environment, ["--import", meeting]);
  assert.equal(signal, "SIGKILL");
  assert.deepEqual(await live(), sites.get(two));
  assert.equal((await build(two)).code, 0);
  assert.deepEqual(await live(), sites.get(two));
  assert.deepEqual(await left(), ["_site"]);
});
