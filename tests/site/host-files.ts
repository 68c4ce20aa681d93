import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { isAlias } from "../../scripts/content/aliases.ts";
import {
  expectedHeaders,
  observatoryScore,
  readHeadersFile,
  ruleFaults,
  siteTable,
} from "../support/hosts/headers.ts";
import { netlifyRedirects } from "../support/hosts/redirects.ts";
import type { Page, Site, SiteRules } from "../support/site.ts";

/** What is told to hosts, and in every page for those that are told nothing. */
export const hostFileRules: SiteRules = {
  "every page carries the policy of the table, without frame-ancestors": (site) =>
    without(site, (page) => `${carried(page)}; frame-ancestors 'none'` === sent(site, page)),
  "the policy stands before anything that it is about": (site) =>
    without(site, ({ tags }) => {
      const head = tags.filter(({ ancestors }) => ancestors.at(-1)?.name === "head");
      const policy = head.findIndex(({ attributes }) => attributes["http-equiv"]);
      return head.slice(0, policy).every(({ attributes }) => attributes.charset !== undefined);
    }),
  "a hash in the policy is that of the styles as the minifier left them": (site) =>
    without(site, (page) => {
      const styles = page.tags.filter(({ name }) => name === "style");
      const hashes = styles.map(({ text }) => createHash("sha256").update(text).digest("base64"));
      return hashes.every((hash) => sent(site, page).includes(`'sha256-${hash}'`));
    }),
  "every page carries the rules of the file that its header names, and these are JSON": (site) =>
    site.pages.flatMap(({ address, file, tags }) => {
      const [named = ""] = expectedHeaders(siteTable(site), file).get("speculation-rules") ?? [];
      const rules = readFileSync(path.join(site.folder, path.basename(JSON.parse(named))), "utf8");
      assert.ok(JSON.parse(rules).prefetch);
      const carried = tags.filter(({ attributes }) => attributes.type === "speculationrules");
      return carried.length === 1 && carried[0]?.text === rules ? [] : [address];
    }),
  "nothing is allowed in general, and nothing that a page could be made to do": (site) => {
    const policies = siteTable(site).filter(({ header }) => header === "Content-Security-Policy");
    assert.ok(policies.length >= 3);
    for (const { value } of policies) {
      assert.match(value, /^default-src 'none';/);
      assert.doesNotMatch(value, /unsafe-(?:inline|hashes)|(?<!wasm-)unsafe-eval|data:|https?:|\*/);
      assert.match(value, /frame-ancestors 'none'/);
    }
    const wasm = policies.filter(({ value }) => value.includes("wasm-unsafe-eval"));
    assert.deepEqual(
      wasm.map(({ on }) => on),
      [["search program"]],
    );
  },
  "a page with a form may send it, here and nowhere else; no other page may": (site) =>
    without(site, (page) => {
      const hasForm = page.tags.some(({ name }) => name === "form");
      return sent(site, page).includes(`form-action ${hasForm ? "'self'" : "'none'"};`);
    }),
  "every page has 130 points at the Mozilla Observatory, an A+": (site) => {
    const scores = documentsOf(site).map((page) => {
      const headers = expectedHeaders(siteTable(site), page.file);
      return observatoryScore({ status: 200, headers, body: Buffer.alloc(0) }, page.html);
    });
    assert.deepEqual([...new Set(scores)], [130]);
  },
  "each host that reads _headers gives every file each header of the table once, by one rule":
    async (site) => {
      const hosts = Object.values(await readHeadersFile(headersFile(site)));
      for (const rules of hosts) assert.ok(rules.length > 1);
      return hosts.flatMap((rules) => ruleFaults(rules, siteTable(site), site));
    },
  "a header that comes by two rules of _headers, or by none, would be seen": async (site) => {
    const table = siteTable(site);
    const rules = (await readHeadersFile(headersFile(site))).Netlify ?? [];
    const twice = [...rules, { matches: /^.*\/about\//, values: { "Cache-Control": "no-cache" } }];
    assert.notDeepEqual(ruleFaults(twice, table, site), []);
    assert.notDeepEqual(ruleFaults(rules.slice(1), table, site), []);
  },
  "no old address lies in a folder that holds no page": (site) => {
    const folders = new Set([...site.files].flatMap((file) => /^[^/]*\//.exec(file) ?? []));
    const ofPages = documentsOf(site).map(({ file }) => file.replace(/(?<=\/).*/, ""));
    return [...folders].filter((folder) => !ofPages.includes(folder) && isAlias(`/${folder}a/`));
  },
  "_redirects leads from every old address, and to the page for what is not found": async (
    site,
  ) => {
    const file = path.join(site.folder, "_redirects");
    const { prefix } = site;
    const old = site.redirects.map(({ address, tags }) => ({
      from: prefix + address.slice(1),
      to: tags.find(({ name }) => name === "a")?.attributes.href,
      status: 301,
    }));
    const notFound = { from: `${prefix}zh/*`, to: `${prefix}zh/404.html`, status: 404 };
    const found = await netlifyRedirects(file);
    const byAddress = (a: { from: string }, b: { from: string }) => (a.from < b.from ? -1 : 1);
    assert.deepEqual(
      found.map(({ from, to, status }) => ({ from, to, status })).sort(byAddress),
      [...old, notFound].sort(byAddress),
    );
  },
};

const headersFile = ({ folder }: Site): string => path.join(folder, "_headers");

const documentsOf = ({ pages, redirects }: Site): Page[] => [...pages, ...redirects];

/** The addresses of what a browser shows that `is` does not hold for. */
function without(site: Site, is: (page: Page) => boolean): string[] {
  const wrong = documentsOf(site).filter((page) => !is(page));
  return wrong.map(({ address }) => address);
}

/** The policy that hosts send with a page. */
function sent(site: Site, { file }: Page): string {
  return expectedHeaders(siteTable(site), file).get("content-security-policy")?.join() ?? "";
}

/** The policy that a page carries itself. */
function carried({ tags }: Page): string | undefined {
  const isPolicy = (value?: string) => value?.toLowerCase() === "content-security-policy";
  return tags.find(({ attributes }) => isPolicy(attributes["http-equiv"]))?.attributes.content;
}
