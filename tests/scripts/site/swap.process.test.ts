import assert from "node:assert/strict";
import { access, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { sitesIn } from "../../support/faults.ts";
import { folderDigest, projectRoot } from "../../support/files.ts";
import { type BuiltProject, builtProject, runCommand } from "../../support/project.ts";

let project: BuiltProject;
/** The site of each origin, built alone. */
const sites = new Map<string, Record<string, string>>();
const origins = ["https://one.example", "https://two.example"] as const;
const [one, two] = origins;
const inProject = (...names: string[]) => path.join(project.root, ...names);
const live = () => folderDigest(inProject("_site"));
const fixture = (name: string) => ["--import", path.join(projectRoot, "tests/fixtures", name)];
const meeting = fixture("faults/build-between-renames.mjs");

const build = (SITE_ORIGIN: string, environment: Record<string, string> = {}, node?: string[]) =>
  runCommand(project.root, "build", {
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

test("a kill between the two renames leaves the former site whole, and the next build puts it back", async () => {
  const former = await live();
  const { signal } = await build(one, {}, fixture("kill/between-renames.mjs"));
  assert.equal(signal, "SIGKILL");
  await assert.rejects(access(inProject("_site")));
  const [moved = ""] = (await readdir(project.root)).filter((name) => /^_site\.old-/.test(name));
  assert.deepEqual(await folderDigest(inProject(moved)), former);

  // A build that fails puts it back all the same, before it does anything else.
  const about = inProject("content/en/about.md");
  const text = await readFile(about, "utf8");
  await writeFile(about, "no front matter\n");
  assert.equal((await build(one)).code, 1);
  await writeFile(about, text);
  assert.deepEqual(await live(), former);
  assert.deepEqual(await sitesIn(project.root), ["_site"]);
});

test("of two builds that run side by side both succeed, and the site is whole and of one of them", async () => {
  const results = await Promise.all(origins.map((origin) => build(origin)));
  for (const { code, stderr } of results) assert.equal(code, 0, stderr);
  const site = await live();
  const own = [...sites.values()].find((each) => each["build.json"] === site["build.json"]);
  assert.deepEqual(site, own);
  assert.deepEqual(await sitesIn(project.root), ["_site"]);
});

test("a build that comes between the two renames of another is replaced by it, as by any later one", async () => {
  // Where the site is that of `one` already, it renames nothing.
  await build(two);
  const { code, stderr } = await build(one, { OTHER_ORIGIN: two }, meeting);
  assert.equal(code, 0, stderr);
  assert.deepEqual(await live(), sites.get(one));
  assert.deepEqual(await sitesIn(project.root), ["_site"]);
});

test("a build that is killed after another came between leaves that one’s site", async () => {
  await build(two);
  const { signal } = await build(one, { OTHER_ORIGIN: two, KILLED: "1" }, meeting);
  assert.equal(signal, "SIGKILL");
  assert.deepEqual(await live(), sites.get(two));
  assert.equal((await build(two)).code, 0);
  assert.deepEqual(await live(), sites.get(two));
  assert.deepEqual(await sitesIn(project.root), ["_site"]);
});
