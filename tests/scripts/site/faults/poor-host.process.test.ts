import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { apart } from "../../../support/faults/apart.ts";
import { type BuiltProject, builtProject } from "../../../support/faults/built-project.ts";
import { folderDigest } from "../../../support/folder-digest.ts";
import { projectRoot } from "../../../support/project-root.ts";
import { type BuildOptions, runBuild } from "../../../support/run-build.ts";

let project: BuiltProject;
before(async () => {
  project = await builtProject();
});
after(() => project[Symbol.asyncDispose]());

const preload = (name: string) => [
  "--import",
  path.join(projectRoot, "tests/fixtures/faults", `${name}.mjs`),
];
const nowhere = () => path.join(project.root, "no-such-folder");

/** None of them keeps a build from making the same bytes as anywhere else. */
const hosts: Readonly<Record<string, () => BuildOptions>> = {
  "without a network": () => ({ within: apart("--net") }),
  "whose clock stands in 1970": () => ({ node: preload("clock-in-1970") }),
  "whose Node knows no language": () => ({ node: preload("no-locale-data") }),
  "whose language, zone and language data are not there": () => ({
    environment: { LC_ALL: "xx_XX.none", LANG: "xx", TZ: "Nowhere/None", NODE_ICU_DATA: nowhere() },
  }),
  "without a home, a user or a folder for temporary files": () => ({
    environment: { HOME: undefined, USER: undefined, LOGNAME: undefined, TMPDIR: nowhere() },
  }),
};

for (const [name, options] of Object.entries(hosts)) {
  test(`a host ${name} makes the same bytes`, async () => {
    await project.assertSound(await runBuild(project.root, options()), "built");
  });
}

test("as of 1970 nothing of the news is due, and links to it are told", async () => {
  const environment = { SOURCE_DATE_EPOCH: "0" };
  const { code, stderr } = await runBuild(project.root, { environment });
  assert.equal(code, 1);
  assert.match(stderr, /news\/\S+, which is not published yet — /);
  assert.deepEqual(await folderDigest(path.join(project.root, "_site")), project.site);
});

test("as of 1970 a site without such links is built, each time alike", async () => {
  const environment = { SOURCE_DATE_EPOCH: "0" };
  for (const language of ["en", "zh"]) {
    const about = path.join(project.root, "content", language, "about.md");
    const text = await readFile(about, "utf8");
    await writeFile(about, text.replace(/\[([^\]]*)\]\(news\/[^)]*\)/g, "$1"));
  }
  const live = path.join(project.root, "_site");
  const built = async () => {
    const { code, stderr } = await runBuild(project.root, { environment });
    assert.equal(code, 0, stderr);
    return folderDigest(live);
  };
  assert.deepEqual(await built(), await built());
  const record = JSON.parse(await readFile(path.join(live, "build.json"), "utf8"));
  assert.equal(record.sourceDateEpoch, 0);
});
