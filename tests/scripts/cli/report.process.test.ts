import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { casesClock, layCases, projectOfCases, readCases } from "../../support/cases.ts";
import { copyProject, type ProjectCopy, runCommand } from "../../support/project.ts";
import { startHost } from "../../support/start-host.ts";

const cases = await readCases();
const project = await projectOfCases([]);
after(() => project[Symbol.asyncDispose]());
const environment = { SOURCE_DATE_EPOCH: String(casesClock / 1000) };
const report = (...args: string[]) => runCommand(project.root, "report", { args, environment });

test("lists every translation to look after, with the line to paste, whatever else is wrong", async () => {
  const names = [
    "translation-changed",
    "translation-date",
    "translation-unrecorded",
    "title-twice",
  ];
  const chosen = cases.filter(({ name }) => names.includes(name));
  await layCases(chosen, project.root);

  const { code, stdout, stderr } = await report("translations");
  assert.equal(code, 0, stderr);
  const lines = stdout.trimEnd().split("\n");
  const expected = chosen.flatMap(({ translations }) => translations ?? []);
  assert.deepEqual(
    expected.filter((one) => !lines.includes(one)),
    [],
  );
  assert.equal(lines.at(-1), "4 warnings about translations.");

  for (const args of [[], ["translation"], ["translations", "again"]]) {
    const wrong = await report(...args);
    assert.equal(wrong.code, 2);
    assert.match(
      wrong.stderr,
      /^[^\n]+ — type “npm run report -- translations” or “npm run report -- security”.*\n$/,
    );
  }
});

test("security.txt that runs out soon is a failure of this report alone", async () => {
  const [soon] = cases.filter(({ name }) => name === "security-expires-soon");
  assert.ok(soon);
  await layCases([soon], project.root);
  const security = await report("security");
  assert.equal(security.code, 1, security.stderr);
  assert.deepEqual(security.stdout.trimEnd().split("\n"), [
    ...soon.expected,
    "security.txt holds until 2026-12-29; today is 2026-12-01.",
  ]);
  assert.equal((await runCommand(project.root, "check", { environment })).code, 0);
});

test("security.txt that runs for long is no failure, and facts with errors are one", async () => {
  await layCases([], project.root);
  const sound = await report("security");
  assert.equal(sound.code, 0, sound.stderr);

  await layCases(
    cases.filter(({ name }) => name === "expires-form"),
    project.root,
  );
  const unknown = await report("security");
  assert.equal(unknown.code, 1);
  assert.match(unknown.stderr, /is not a day/);
});

let linkedProject: ProjectCopy;
after(() => linkedProject[Symbol.asyncDispose]());

before(async () => {
  linkedProject = await copyProject();
  // Nothing outside this machine is asked.
  for (const language of ["en", "zh"]) {
    await change(
      `content/${language}/credits.md`,
      /https:\/\/[\w./-]+/g,
      "https://nobody.invalid/",
    );
  }
  const photos = await readdir(path.join(linkedProject.root, "assets/photos"));
  for (const record of photos.filter((name) => name.endsWith(".yaml"))) {
    await change(`assets/photos/${record}`, /^licence: .*/m, "licence: LicenseRef-own");
  }
});

async function change(file: string, from: RegExp, to: string): Promise<void> {
  const whole = path.join(linkedProject.root, file);
  const text = await readFile(whole, "utf8");
  assert.match(text, from, file);
  await writeFile(whole, text.replace(from, to));
}

const reportLinks = () => runCommand(linkedProject.root, "report", { args: ["links"] });

test("without a network it says so, and not that every link is dead", async () => {
  const { code, stdout, stderr } = await reportLinks();
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
  const news = path.join(linkedProject.root, "content/en/news");
  const links = `Here [one](${host}/here)\nand [another](${host}/gone).\n`;
  await writeFile(path.join(news, "links.md"), article("") + links);
  const draft = `[Not yet](${host}/draft).\n`;
  await writeFile(path.join(news, "links-to-come.md"), article("draft: true\n") + draft);
  await change("content/en/index.md", /text: \|\n(\s+)/, `text: |\n$1[Gone](${host}/gone) `);
  await change("assets/photos/albert-dock.yaml", /^licence: .*/m, "licence: ISC");

  const { code, stdout } = await reportLinks();
  assert.equal(code, 1);
  assert.deepEqual(asked.sort(), ["GET /gone", "HEAD /gone", "HEAD /here"]);
  const told = stdout.split("\n").filter((line) => line.includes("/gone`") || /ISC/.test(line));
  const dead = / {2}the link `\S+` leads nowhere: the host .* — write the address /;
  for (const line of told) assert.match(line, dead);
  const record = await readFile(
    path.join(linkedProject.root, "assets/photos/albert-dock.yaml"),
    "utf8",
  );
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
