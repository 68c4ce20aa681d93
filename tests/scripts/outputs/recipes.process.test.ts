import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { Temporal } from "temporal-polyfill";
import { languages, timeZone } from "../../../scripts/lib/languages.ts";
import { groupBy } from "../../../scripts/lib/lists.ts";
import { startServer } from "../../../scripts/servers/servers.ts";
import { projectRoot } from "../../support/files.ts";
import { ask } from "../../support/hosts/ask.ts";
import { readHeadersFile } from "../../support/hosts/headers.ts";
import { cloudflareRedirects, netlifyRedirects } from "../../support/hosts/redirects.ts";
import { builtProject } from "../../support/project.ts";

const readme = await readFile(path.join(projectRoot, "scripts/outputs/README.md"), "utf8");
const [, publishing = ""] = readme.split("\n## Publishing\n");
/** What is said of each host, and of publishing, by its heading. */
const sections = new Map(
  publishing.split(/^##+ /m).map((section) => {
    const [name = "", ...paragraphs] = section.split("\n\n");
    return [name, paragraphs.join("\n\n")];
  }),
);

/** A page that a build leaves out or not, and where it stood before. */
const page = { source: "content/en/news/culture-day.md", address: "/news/culture-day/" };
const old = "/old/culture-day.html";

/** What each host says of a project: the policy of the page, and where its old address leads. */
type Said = [policy: string | undefined, leadsTo: string | undefined];
const hosts: Readonly<Record<string, (root: string) => Promise<Said>>> = {
  Netlify: async (root) => {
    const redirects = await netlifyRedirects(path.join(root, "_site/_redirects"));
    return [await policyBy("Netlify", root), redirects.find(({ from }) => from === old)?.to];
  },
  "Cloudflare Pages": async (root) => {
    const redirects = await readFile(path.join(root, "_site/_redirects"), "utf8");
    const led = await cloudflareRedirects(redirects)(old);
    return [await policyBy("Cloudflare Pages", root), led?.to];
  },
  nginx: (root) => visit(root, startServer.nginx, "nginx.conf"),
  Caddy: (root) => visit(root, startServer.Caddy, "Caddyfile"),
};

async function policyBy(host: string, root: string): Promise<string | undefined> {
  const rules = (await readHeadersFile(path.join(root, "_site/_headers")))[host] ?? [];
  const own = rules.filter(({ matches }) => matches.test(page.address));
  return own.map(({ values }) => values["Content-Security-Policy"]).find(Boolean);
}

async function visit(root: string, start: typeof startServer.nginx, file: string): Promise<Said> {
  const told = await readFile(path.join(root, ".cache/hosts", file), "utf8");
  const site = path.join(root, "_site");
  await using server = await start(told, site);
  const { status, headers, body } = await ask(server.origin, page.address);
  assert.equal(status, 200);
  assert.deepEqual(body, await readFile(path.join(site, page.address, "index.html")));
  const led = await ask(server.origin, old);
  return [
    headers.get("content-security-policy")?.join(),
    led.status === 301 ? led.headers.get("location")?.join() : undefined,
  ];
}

test("by each host's recipe an article is published that became due after the last commit, which a plain build leaves out and names", async () => {
  await using project = await builtProject();
  const { root } = project;
  const text = await readFile(path.join(root, page.source), "utf8");
  const dated = text.replace(/^date: .*$/m, `date: 2026-11-28\naliases: [${old}]`);
  await writeFile(path.join(root, page.source), dated);
  const env = {
    ...process.env,
    SOURCE_DATE_EPOCH: undefined,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_COMMITTER_DATE: "2026-11-27T12:00:00Z",
  };
  const run = (command: string) =>
    execFileSync("sh", ["-ec", command], { cwd: root, env, encoding: "utf8", stdio: "pipe" });
  run("git init -q && git add content");
  run("git -c user.name=E -c user.email=e@cities.example commit -qm 'Culture Day'");

  const built = path.join(root, "_site", page.address);
  const plain = run("npm run build");
  const named = plain.split("\n").filter((line) => line.includes(page.source));
  assert.match(named.join("\n"), /^Due by now, .* left out: \S+ — .*SOURCE_DATE_EPOCH=.*$/);
  assert.ok(!existsSync(built));

  const command = (host: string) =>
    /`([^`]*npm run build[^`]*)`/.exec(sections.get(host) ?? "")?.[1] ?? "no command";
  for (const [recipe, names] of groupBy(Object.keys(hosts), command)) {
    await rm(path.join(root, "_site"), { recursive: true });
    await rm(path.join(root, ".cache/hosts"), { recursive: true, force: true });
    assert.doesNotMatch(run(recipe), /^Due by now/m);
    assert.ok(existsSync(built), `${names}: ${recipe}`);
    for (const name of names) {
      const [policy = "", leadsTo] = (await hosts[name]?.(root)) ?? [];
      assert.match(policy, /^default-src 'none';.* frame-ancestors 'none'$/, name);
      assert.equal(leadsTo, page.address, name);
    }
  }
});

test("every day is built after each midnight of both cities, in summer and in winter", () => {
  const hours = languages.flatMap((language) =>
    ["2026-01-15", "2026-07-15"].map((day) => {
      const midnight = Temporal.PlainDate.from(day).toZonedDateTime(timeZone[language]);
      return midnight.withTimeZone("UTC").hour;
    }),
  );
  const wanted = [...new Set(hours)].sort((a, b) => a - b);
  const text = sections.get("Every day") ?? "";
  const [, cron = ""] = /`([^`]+) root \//.exec(text) ?? [];
  assert.equal(cron, `5 ${wanted.join()} * * *`);
  const told = [...text.matchAll(/\b(\d\d):05\b/g)].map(([, hour]) => Number(hour));
  assert.deepEqual(
    told.sort((a, b) => a - b),
    wanted,
  );
});

test("every recipe of a host says how published addresses come to be noted", () => {
  const recipes = [...sections].filter(([, steps]) => steps.startsWith("1. "));
  assert.deepEqual(
    recipes.map(([name]) => name),
    ["GitHub Pages", ...Object.keys(hosts)],
  );
  for (const [name, steps] of recipes) {
    assert.match(steps, /^\d\. .*(?:\(#noting-the-addresses\)|the job `record`)\.$/m, name);
  }
});
