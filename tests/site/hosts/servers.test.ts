import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, test } from "node:test";
import { copyProject } from "../../support/copy-project.ts";
import { fileFaults } from "../../support/hosts/file-faults.ts";
import { missingFaults } from "../../support/hosts/missing-faults.ts";
import { publish } from "../../support/hosts/publish.ts";
import { redirectFaults } from "../../support/hosts/redirect-faults.ts";
import { servers } from "../../support/hosts/servers.ts";
import { writeHosts } from "../../support/hosts/write-hosts.ts";
import { projectRoot } from "../../support/project-root.ts";
import { runBuild } from "../../support/run-build.ts";
import { shrinkPhotos } from "../../support/shrink-photos.ts";
import { assertNoFaults } from "../../support/site/assert-no-faults.ts";
import { builtSite } from "../../support/site/built-site.ts";
import { readSite, type Site } from "../../support/site/read-site.ts";

describe("the site on real servers", { concurrency: false }, () => {
  test("as it is built", async () => {
    await writeHosts();
    await tryOnServers(projectRoot, builtSite);
  });

  test("below a base path, with pages that have moved", async () => {
    await using project = await copyProject();
    await shrinkPhotos(project.root);
    for (const language of ["en", "zh"]) {
      const article = path.join(project.root, `content/${language}/news/culture-day.md`);
      const text = await readFile(article, "utf8");
      const prefix = language === "en" ? "" : "/zh";
      const aliases = `---\naliases: [${prefix}/old-name/, ${prefix}/news/older-name/]`;
      await writeFile(article, text.replace(/^---/, aliases));
    }
    const environment = { PATH_PREFIX: "/twinning/" };
    await succeeds(runBuild(project.root, { environment }));
    await succeeds(runBuild(project.root, { command: "hosts.ts", environment }));
    const folder = path.join(project.root, "_site");
    const site = await readSite(folder, builtSite.origin, "/twinning/");
    assert.equal(site.redirects.length, 4);
    await tryOnServers(project.root, site);
  });
});

async function tryOnServers(project: string, site: Site): Promise<void> {
  await using published = await publish(site.folder, site.prefix);
  const faults: string[] = [];
  for (const [name, start] of Object.entries(servers)) {
    await using server = await start(project, published.root);
    const found = [
      ...(await fileFaults(site, server.origin, published.folder)),
      ...(await missingFaults(site, server.origin)),
      ...(await redirectFaults(site, server.origin)),
    ];
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  assertNoFaults(faults);
}

async function succeeds(command: ReturnType<typeof runBuild>): Promise<void> {
  const { code, stdout, stderr } = await command;
  assert.equal(code, 0, stdout + stderr);
}
