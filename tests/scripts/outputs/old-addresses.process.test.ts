import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { isAlias } from "../../../scripts/content/aliases.ts";
import { fileOfAddress } from "../../../scripts/lib/addresses.ts";
import { caddyfile } from "../../../scripts/outputs/hosts/caddy.ts";
import {
  headerRules,
  headerTable,
  type ServedSite,
} from "../../../scripts/outputs/hosts/headers.ts";
import { nginxBlock } from "../../../scripts/outputs/hosts/nginx.ts";
import { headersFile, redirectsFile } from "../../../scripts/outputs/hosts/static-hosts.ts";
import { startServer } from "../../../scripts/servers/servers.ts";
import { ask } from "../../support/hosts/ask.ts";
import { readHeadersFile, ruleFaults } from "../../support/hosts/headers.ts";
import { cloudflareRedirects, netlifyRedirects } from "../../support/hosts/redirects.ts";
import { assertNoFaults } from "../../support/site.ts";

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index));
const others = ["é", "上", "，", "“", "𬭎", "\ue000"];
const held = [...ascii, ...others].filter((sign) => isAlias(`/a${sign}b/`));

test("of ASCII, an old address may hold all but the signs that mean something to some host", () => {
  const refused = ascii.filter((sign) => !held.includes(sign));
  // A slash begins the next step, and `%` a percent-encoded character.
  assert.equal(refused.join(""), '"#%*:<>?[\\]^`{|}');
  assert.deepEqual(held.slice(-others.length), others);
});

/** Each sign in a folder's name and in a file's; none is the beginning of another. */
const redirects = held.flatMap((sign, index) =>
  [`/${index}a${sign}b/`, `/old/${index}a${sign}b.html`].map((from) => ({
    from,
    to: `/new/${index}/`,
  })),
);
const files = redirects.map(({ from }) => fileOfAddress(from));

/** An address that is another, but for hosts to which the sign means more than itself. */
const nearTo = (from: string) => from.replace(/(?<=a).+?(?=b)/u, "xyz");

const table = headerTable(["p{}"], "/");
const siteAt = (prefix: string): ServedSite => ({
  prefix,
  everywhere: table.filter(({ on }) => on === "all").map(({ header, value }) => [header, value]),
  rules: headerRules(table, files),
  redirects,
});

const place = { listen: "80", name: "www.example.org", root: "/var/www" };
const servers = {
  nginx: (site: ServedSite, root: string) => startServer.nginx(nginxBlock(site, place), root),
  Caddy: (site: ServedSite, root: string) =>
    startServer.Caddy(caddyfile(site, { ...place, listen: place.name }), root),
};

for (const [name, start] of Object.entries(servers)) {
  test(`${name} leads on from each of them, and from no other address`, async () => {
    const root = await mkdtemp(path.join(tmpdir(), "old-addresses-"));
    try {
      await using server = await start(siteAt("/twinning/"), root);
      for (const { from, to } of redirects) {
        const answer = await ask(server.origin, encodeURI(`/twinning${from}`));
        const location = answer.headers.get("location")?.join();
        assert.deepEqual([answer.status, location], [301, `/twinning${to}`], from);
        const near = await ask(server.origin, `/twinning${nearTo(from)}`);
        assert.notEqual(near.status, 301, from);
      }
    } finally {
      await rm(root, { recursive: true });
    }
  });
}

test("Netlify reads each of them as the address that browsers ask for", async () => {
  await using file = await fileOf("_redirects", redirectsFile(siteAt("/")));
  assert.deepEqual(
    (await netlifyRedirects(file.path)).slice(0, -1).map(({ from, to }) => [from, to]),
    redirects.map(({ from, to }) => [new URL(from, "https://a").pathname, to]),
  );
  for (const { from } of redirects) assert.doesNotMatch(encodeURI(from), /[*:\s]/);
});

test("Cloudflare Pages leads on from each of them, and from no other address", async () => {
  const answer = cloudflareRedirects(redirectsFile(siteAt("/twinning/")));
  for (const { from, to } of redirects) {
    assert.deepEqual(await answer(`/twinning${from}`), { to: `/twinning${to}`, status: 301 });
    assert.equal(await answer(`/twinning${nearTo(from)}`), undefined, from);
  }
});

test("the page at each of them has its headers once, from Netlify and from Cloudflare Pages", async () => {
  await using file = await fileOf("_headers", headersFile(siteAt("/")));
  const hosts = Object.values(await readHeadersFile(file.path));
  const site = { files: new Set(files), prefix: "/" };
  assertNoFaults(hosts.flatMap((rules) => ruleFaults(rules, table, site)));
});

/** A file of a folder of its own, which goes when it is disposed of. */
async function fileOf(name: string, text: string): Promise<AsyncDisposable & { path: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "old-addresses-"));
  const file = path.join(folder, name);
  await writeFile(file, text);
  return { path: file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
