import assert from "node:assert/strict";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { type BuiltProject, builtProject, runCommand } from "../../support/project.ts";
import { redirects } from "../../support/rules/links.ts";
import { validHtml } from "../../support/rules/pages.ts";
import { readSite } from "../../support/site.ts";

const list = "content/_data/addresses.json";
let project: BuiltProject;

before(async () => {
  project = await builtProject();
  await writeFile(at(list), "[]\n");
});

after(() => project[Symbol.asyncDispose]());

const at = (file: string) => path.join(project.root, file);

const run = (command: string, environment: Record<string, string> = {}) =>
  runCommand(project.root, command, { environment });

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(at(file), "utf8");
  assert.ok(text.includes(from), `${file} has no ${from}`);
  await writeFile(at(file), text.replace(from, to));
}

test("what is published is listed, sorted, one a line; drafts and what is not due are not", async () => {
  await change("content/en/news/culture-day.md", "date: 2025-05-28", "date: 2031-05-28");
  await change("content/zh/news/independents.md", "archive: true", "archive: true\ndraft: true");
  const first = await run("addresses");
  assert.deepEqual([first.code, first.stderr], [0, ""]);
  const text = await readFile(at(list), "utf8");
  const addresses: string[] = JSON.parse(text);
  assert.equal(text, `[\n${addresses.map((one) => `  "${one}"`).join(",\n")}\n]\n`);
  assert.deepEqual(addresses, [...addresses].sort());
  assert.equal(addresses.length, 32);
  assert.ok(addresses.includes("/zh/news/culture-day/"));
  assert.ok(addresses.includes("/zh/news/tags/culture/"));
  for (const missing of ["/news/culture-day/", "/zh/news/independents/", "/404.html"]) {
    assert.ok(!addresses.includes(missing), missing);
  }

  await change("content/en/news/culture-day.md", "date: 2031-05-28", "date: 2025-05-28");
  await change("content/zh/news/independents.md", "\ndraft: true", "");
  const second = await run("addresses", { PATH_PREFIX: "/twinning/" });
  assert.match(
    second.stdout,
    /^\+ \/news\/culture-day\/\n\+ \/zh\/news\/independents\/\n2 added; 34 addresses are listed\.\n$/m,
  );
  const whole = await readFile(at(list), "utf8");
  assert.match((await run("addresses")).stdout, /^0 added; 34 addresses are listed\.\n$/m);
  assert.equal(await readFile(at(list), "utf8"), whole);
});

test("a page that is not due at the time of a build is not lost", async () => {
  const { stderr } = await run("check", { SOURCE_DATE_EPOCH: "0" });
  // Pages that link to it complain, as they should.
  assert.match(stderr, /is not published yet/);
  assert.doesNotMatch(stderr, /was published/);
});

test("a moved page is refused until its old address leads to it, and then does, by file and link", async () => {
  for (const language of ["en", "zh"]) {
    await rename(
      at(`content/${language}/news/independents.md`),
      at(`content/${language}/news/independent-artists.md`),
    );
  }
  const refused = await run("check");
  assert.equal(refused.code, 1);
  const told = refused.stderr.matchAll(
    /^content\/_data\/addresses\.json:\d+:3 {2}.* add to the front matter of (\S+) `(.*)`$/gm,
  );
  const mends = [...told].map(([, file = "", line = ""]) => ({ file, line }));
  assert.deepEqual(mends, [
    {
      file: "content/en/news/independent-artists.md",
      line: 'aliases: ["/news/independents/"]',
    },
    {
      file: "content/zh/news/independent-artists.md",
      line: 'aliases: ["/zh/news/independents/"]',
    },
  ]);
  for (const { file, line } of mends) await change(file, "\ndate:", `\n${line}\ndate:`);

  const environment = { PATH_PREFIX: "/twinning/", SITE_ORIGIN: "https://cities.example" };
  const { code, stderr, stdout } = await run("build", environment);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^36 pages; /m);
  const site = await readSite(at("_site"), environment.SITE_ORIGIN, environment.PATH_PREFIX);
  assert.deepEqual(
    site.redirects.map(({ address }) => address),
    ["/news/independents/", "/zh/news/independents/"],
  );
  assert.deepEqual(redirects(site), []);
  assert.deepEqual(await validHtml({ ...site, pages: [] }), []);
});
