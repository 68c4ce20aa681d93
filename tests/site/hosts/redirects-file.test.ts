import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { redirectsFile } from "../../../scripts/outputs/hosts/static-hosts.ts";
import { builtSite } from "../../support/site/built-site.ts";

async function parsed(file: string): Promise<unknown[]> {
  const options = { redirectsFiles: [file], configRedirects: [], minimal: true };
  const { redirects, errors } = await parseAllRedirects(options);
  assert.deepEqual(errors, []);
  return redirects;
}

test("_redirects leads from every old address, and to the page for what is not found", async () => {
  const file = path.join(builtSite.folder, "_redirects");
  const { prefix } = builtSite;
  const old = builtSite.redirects.map(({ address, tags }) => ({
    from: prefix + address.slice(1),
    to: tags.find(({ name }) => name === "a")?.attributes.href,
    status: 301,
  }));
  const notFound = { from: `${prefix}zh/*`, to: `${prefix}zh/404.html`, status: 404 };
  const found = (await parsed(file)) as { from: string; to: string; status: number }[];
  const byAddress = (a: { from: string }, b: { from: string }) => (a.from < b.from ? -1 : 1);
  assert.deepEqual(
    found.map(({ from, to, status }) => ({ from, to, status })).sort(byAddress),
    [...old, notFound].sort(byAddress),
  );
});

test("below a base path, old and new address are the whole ones", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "redirects-"));
  try {
    const file = path.join(folder, "_redirects");
    const redirects = [{ from: "/old/", to: "/new/" }];
    await writeFile(
      file,
      redirectsFile({ prefix: "/twinning/", everywhere: [], rules: [], redirects }),
    );
    const [first] = (await parsed(file)) as Record<string, unknown>[];
    assert.equal(first?.from, "/twinning/old/");
    assert.equal(first?.to, "/twinning/new/");
    assert.equal(first?.status, 301);
  } finally {
    await rm(folder, { recursive: true });
  }
});
