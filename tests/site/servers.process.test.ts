import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { describe } from "node:test";
import { builtSite } from "../support/built-site.ts";
import { pdf } from "../support/downloads.ts";
import { projectRoot } from "../support/files.ts";
import {
  choiceFaults,
  compressionFaults,
  fileFaults,
  missingFaults,
  partFaults,
  publish,
  redirectFaults,
  servers,
  writeHosts,
} from "../support/hosts/servers.ts";
import { builtProject, runCommand } from "../support/project.ts";
import { assertNoFaults, readSite, type Site } from "../support/site.ts";

describe("the site on real servers", { concurrency: false }, () => {
  test("as it is built", async () => {
    await writeHosts();
    await tryOnServers(projectRoot, builtSite);
  });

  test("by an nginx that has to compress texts by itself", async () => {
    await using published = await publish(builtSite.folder, builtSite.prefix);
    for (const file of await readdir(published.folder, { recursive: true })) {
      if (/\.(?:br|gz)$/.test(file)) await rm(path.join(published.folder, file));
    }
    await using nginx = await servers.nginx(projectRoot, published.root);
    assertNoFaults(await compressionFaults(builtSite, nginx.origin));
  });

  test("below a base path, with pages that have moved and files for downloading", async () => {
    await using project = await builtProject();
    for (const language of ["en", "zh"]) {
      const article = path.join(project.root, `content/${language}/news/culture-day.md`);
      const text = await readFile(article, "utf8");
      const prefix = language === "en" ? "" : "/zh";
      const old = ["news/older-name/", "2019/Culture.Day_1.html", "%E6%97%A7 (a);$b/"];
      const aliases = `---\naliases: [${old.map((one) => `"${prefix}/${one}"`).join(", ")}]`;
      const link = "[Programme](../../../assets/downloads/programme.pdf)";
      const others = ["csv", "gpx"].map((one) => `[More](/downloads/more.${one})`).join();
      await writeFile(article, `${text.replace(/^---/, aliases)}\n${link} ${others}\n`);
    }
    const downloads = path.join(project.root, "assets/downloads");
    await mkdir(downloads);
    await writeFile(path.join(downloads, "programme.pdf"), pdf);
    await writeFile(path.join(downloads, "more.csv"), "a,b\n");
    await writeFile(path.join(downloads, "more.gpx"), "<gpx></gpx>\n");
    const environment = { PATH_PREFIX: "/twinning/" };
    await succeeds(runCommand(project.root, "build", { environment }));
    await succeeds(runCommand(project.root, "hosts", { environment }));
    const folder = path.join(project.root, "_site");
    const site = await readSite(folder, "https://www.l-s-p.org.uk", "/twinning/");
    assert.equal(site.redirects.length, 6);
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
      ...(await choiceFaults(site, server.origin)),
      ...(await partFaults(site, server.origin, published.folder)),
      ...(await missingFaults(site, server.origin, published.folder)),
      ...(await redirectFaults(site, server.origin)),
    ];
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  assertNoFaults(faults);
}

async function succeeds(command: ReturnType<typeof runCommand>): Promise<void> {
  const { code, stdout, stderr } = await command;
  assert.equal(code, 0, stdout + stderr);
}
