import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { isAlias } from "../../../scripts/content/aliases.ts";
import { fileOfAddress } from "../../../scripts/lib/addresses.ts";
import { caddyfile } from "../../../scripts/outputs/hosts/caddy.ts";
import {
  headerRules,
  headerTable,
  type ServedSite,
} from "../../../scripts/outputs/hosts/headers.ts";
import { nginxBlock } from "../../../scripts/outputs/hosts/nginx.ts";
import { redirectsFile } from "../../../scripts/outputs/hosts/static-hosts.ts";
import { startServer } from "../../../scripts/servers/servers.ts";
import { ask } from "../../support/hosts/ask.ts";

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

const siteAt = (prefix: string): ServedSite => ({
  prefix,
  everywhere: [["X-Content-Type-Options", "nosniff"]],
  rules: headerRules(headerTable("p{}", "/"), files),
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
        const near = from.replace(/(?<=a).+?(?=b)/u, "xyz");
        assert.notEqual((await ask(server.origin, `/twinning${near}`)).status, 301, near);
      }
    } finally {
      await rm(root, { recursive: true });
    }
  });
}

test("Netlify reads each of them as the address that browsers ask for", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "old-addresses-"));
  try {
    const file = path.join(folder, "_redirects");
    await writeFile(file, redirectsFile(siteAt("/")));
    const options = { redirectsFiles: [file], configRedirects: [], minimal: true };
    const read = await parseAllRedirects(options);
    assert.deepEqual(read.errors, []);
    assert.deepEqual(
      (read.redirects as { from: string; to: string }[])
        .slice(0, -1)
        .map(({ from, to }) => [from, to]),
      redirects.map(({ from, to }) => [new URL(from, "https://a").pathname, to]),
    );
    for (const { from } of redirects) assert.doesNotMatch(encodeURI(from), /[*:\s]/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
