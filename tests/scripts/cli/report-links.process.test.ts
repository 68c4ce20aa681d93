import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { copyProject, type ProjectCopy, runCommand } from "../../support/project.ts";
import { startHost } from "../../support/start-host.ts";

let project: ProjectCopy;

before(async () => {
  project = await copyProject();
  // Nothing outside this machine is asked.
  for (const language of ["en", "zh"]) {
    await change(
      `content/${language}/credits.md`,
      /https:\/\/[\w./-]+/g,
      "https://nobody.invalid/",
    );
  }
  const photos = await readdir(path.join(project.root, "assets/photos"));
  for (const record of photos.filter((name) => name.endsWith(".yaml"))) {
    await change(`assets/photos/${record}`, /^licence: .*/m, "licence: LicenseRef-own");
  }
});

after(() => project[Symbol.asyncDispose]());

async function change(file: string, from: RegExp, to: string): Promise<void> {
  const whole = path.join(project.root, file);
  const text = await readFile(whole, "utf8");
  assert.match(text, from, file);
  await writeFile(whole, text.replace(from, to));
}

const report = () => runCommand(project.root, "report", { args: ["links"] });

test("without a network it says so, and not that every link is dead", async () => {
  const { code, stdout, stderr } = await report();
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /^The one host that the site links to does not answer — connect [^\n]+\n$/m);
});

test("dead links in texts and of licences are told at their places; drafts are not visited", async () => {
  await using server = await startHost(({ url }, response) => {
    response.writeHead(url === "/gone" ? 404 : 200).end();
  });
  const { origin: host, asked } = server;
  const article = (rest: string) =>
    `---\ntitle: Links\nsummary: To try them.\ndate: 2025-01-01\n${rest}---\n\n`;
  const news = path.join(project.root, "content/en/news");
  const links = `Here [one](${host}/here)\nand [another](${host}/gone).\n`;
  await writeFile(path.join(news, "links.md"), article("") + links);
  const draft = `[Not yet](${host}/draft).\n`;
  await writeFile(path.join(news, "links-to-come.md"), article("draft: true\n") + draft);
  await change("content/en/index.md", /text: \|\n(\s+)/, `text: |\n$1[Gone](${host}/gone) `);
  await change("assets/photos/albert-dock.yaml", /^licence: .*/m, "licence: Nobodys-1.0");

  const { code, stdout } = await report();
  assert.equal(code, 1);
  assert.deepEqual(asked.sort(), ["GET /gone", "HEAD /gone", "HEAD /here"]);
  const told = stdout.split("\n").filter((line) => line.includes("/gone`") || /Nobodys/.test(line));
  const dead = / {2}the link `\S+` leads nowhere: the host .* — write the address /;
  for (const line of told) assert.match(line, dead);
  const record = await readFile(path.join(project.root, "assets/photos/albert-dock.yaml"), "utf8");
  const line = record.slice(0, record.indexOf("\nlicence:")).split("\n").length + 1;
  assert.deepEqual(
    told.map((each) => each.replace(/ .*/, "")),
    [
      `assets/photos/albert-dock.yaml:${line}:10`,
      "content/en/index.md:9:7",
      "content/en/news/links.md:8:5",
    ],
  );
  assert.match(stdout, /^\d+ links to other sites: \d+ errors, 0 warnings\.$/m);
});
