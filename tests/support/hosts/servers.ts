import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isCompressible } from "../../../scripts/lib/addresses.ts";
import { compressFolder } from "../../../scripts/live/compress.ts";
import { fileKind, type HeaderRow } from "../../../scripts/outputs/hosts/headers.ts";
import { parseBuildRecord } from "../../../scripts/outputs/small-texts.ts";
import { startServer } from "../../../scripts/servers/servers.ts";
import { builtSite } from "../built-site.ts";
import { projectRoot } from "../files.ts";
import { runCommand } from "../project.ts";
import type { Site } from "../site.ts";
import { type Answer, ask, codingOf, contentOf } from "./ask.ts";
import { addressesOf, expectedHeaders, headerFaults, siteTable } from "./headers.ts";

const written = (project: string, file: string) =>
  readFile(path.join(project, ".cache/hosts", file), "utf8");

/** Starts each server with the file that `npm run hosts` wrote for it, over a folder served as `/`. */
export const servers = {
  nginx: async (project: string, root: string) =>
    startServer.nginx(await written(project, "nginx.conf"), root),
  Caddy: async (project: string, root: string) =>
    startServer.Caddy(await written(project, "Caddyfile"), root),
};

/** Writes what servers need to serve the built site, by the clock that it was built by: `npm run hosts`. */
export async function writeHosts(): Promise<void> {
  const record = parseBuildRecord(
    await readFile(path.join(builtSite.folder, "build.json"), "utf8"),
  );
  assert.ok(record);
  const environment = { SOURCE_DATE_EPOCH: String(record.sourceDateEpoch) };
  const { code, stderr } = await runCommand(projectRoot, "hosts", { environment });
  assert.equal(code, 0, stderr);
}

/** A folder that a server serves as `/`, with the site below its base path. */
interface PublishedSite extends AsyncDisposable {
  /** Absolute. */
  root: string;
  /** The site in it, absolute. */
  folder: string;
}

/** Lays a built site out as a server has it, with compressed files beside the others. */
export async function publish(built: string, prefix: string): Promise<PublishedSite> {
  const outside = await mkdtemp(path.join(tmpdir(), "published-"));
  // Beside the served folder lies a file that nobody is to reach.
  await writeFile(path.join(outside, "secret.txt"), "secret");
  const root = path.join(outside, "www");
  const folder = path.join(root, prefix);
  await mkdir(path.dirname(folder), { recursive: true });
  await cp(built, folder, { recursive: true });
  const cache = path.join(projectRoot, ".cache/compress");
  await compressFolder({ folder, work: path.join(outside, "work"), cache });
  const dispose = () => rm(outside, { recursive: true, force: true });
  return { root, folder, [Symbol.asyncDispose]: dispose };
}

/** By which ending a file is known that `npm run compress` wrote beside another, and its coding. */
const endings = { identity: "", br: ".br", gzip: ".gz" } as const;

/** A page or another file as a server is to show it at an address. */
interface Shown {
  site: Site;
  table: readonly HeaderRow[];
  /** Below the site's folder. */
  file: string;
  status: 200 | 404;
  /** Where the server has the site, with what `npm run compress` adds. */
  published: string;
}

/** Asks for an address in each way it may be asked for, and by who has it already: the headers are the same. */
async function shownFaults(origin: string, target: string, shown: Shown): Promise<string[]> {
  const { site, file, status } = shown;
  const content = await readFile(path.join(site.folder, file));
  const expected = expectedHeaders(shown.table, file);
  const codings = Object.entries(endings).flatMap(([coding, ending]) =>
    existsSync(path.join(shown.published, file + ending)) ? [coding] : [],
  );
  const faults: string[] = [];
  const tags = new Set<string>();
  for (const coding of codings) {
    const say = (fault: string) => faults.push(`${target}  as ${coding}: ${fault}`);
    const check = (answer: Answer, wanted: number) => {
      if (answer.status !== wanted) say(`answers ${answer.status}, not ${wanted}`);
      for (const fault of headerFaults(answer, expected, file)) say(`${fault} in ${wanted}`);
      const vary = answer.headers.get("vary")?.join() ?? "";
      if (codings.length > 1 && !/accept-encoding/i.test(vary)) {
        say(`does not say in ${wanted} that it varies by Accept-Encoding`);
      }
    };
    const asked = coding === "identity" ? {} : { "accept-encoding": coding };
    const answer = await ask(origin, target, asked);
    check(answer, status);
    if (codingOf(answer) !== coding) say(`is encoded as ${codingOf(answer)}`);
    if (!contentOf(answer).equals(content)) say(`is not the content of ${file}`);
    const [tag = ""] = answer.headers.get("etag") ?? [];
    if (tags.has(tag)) say("has the tag of another coding");
    tags.add(tag);
    if (status === 200) check(await ask(origin, target, { ...asked, "if-none-match": tag }), 304);
  }
  return faults;
}

/**
 * Asks a server for every file of a site.
 *
 * @param published where the server has it, with what `npm run compress` adds
 */
export async function fileFaults(site: Site, origin: string, published: string): Promise<string[]> {
  const table = siteTable(site);
  const faults: string[] = [];
  // Servers lead on by themselves, and never show these pages.
  const old = new Set(site.redirects.map(({ file }) => file));
  for (const file of site.files) {
    if (fileKind(file) === "control" || old.has(file) || /\.(?:br|gz)$/.test(file)) continue;
    for (const address of addressesOf(file)) {
      const shown: Shown = { site, table, file, status: 200, published };
      faults.push(...(await shownFaults(origin, site.prefix + address, shown)));
    }
  }
  return faults;
}

/** What visitors' programs say that they read, and the codings of which a server may choose then. */
const wishes: readonly (readonly [wish: string, codings: readonly string[]])[] = [
  ["gzip, deflate", ["gzip"]],
  ["br;q=0, gzip", ["gzip"]],
  ["br;q=0.1, gzip;q=0.9", ["br", "gzip"]],
  ["br; q=0.000", ["identity"]],
  ["gzip;q=0", ["identity"]],
  ["deflate, zstd", ["identity"]],
];

/** Asks a server for a page by programs that do not read everything. */
export async function choiceFaults(site: Site, origin: string): Promise<string[]> {
  const page = await readFile(path.join(site.folder, "index.html"));
  const faults: string[] = [];
  for (const [wish, codings] of wishes) {
    const answer = await ask(origin, site.prefix, { "accept-encoding": wish });
    const found = codingOf(answer);
    if (!codings.includes(found)) faults.push(`${wish}  gets ${found}`);
    if (!contentOf(answer).equals(page)) faults.push(`${wish}  gets another content`);
  }
  return faults;
}

/**
 * Asks a server for a part of a picture and of a compressed page. It may pass over the wish (RFC 9110,
 * section 14.2), but for pictures, which are long.
 *
 * @param published where the server has the site, with what `npm run compress` adds
 */
export async function partFaults(site: Site, origin: string, published: string): Promise<string[]> {
  const picture = [...site.files].find((file) => file.endsWith(".jpg")) ?? "";
  const faults: string[] = [];
  for (const [target, file, accepted, statuses] of [
    [picture, picture, "identity", [206]],
    ["", "index.html.br", "br", [200, 206]],
  ] as const) {
    const whole = await readFile(path.join(published, file));
    const wish = { "accept-encoding": accepted, range: "bytes=10-19" };
    const { status, headers, body } = await ask(origin, site.prefix + target, wish);
    const [place, part] =
      status === 206 ? [`bytes 10-19/${whole.length}`, whole.subarray(10, 20)] : [undefined, whole];
    if (!statuses.some((one) => one === status)) faults.push(`a part of ${file}  is ${status}`);
    if (headers.get("content-range")?.join() !== place || !body.equals(part)) {
      faults.push(`a part of ${file}  is another`);
    }
    const changed = await ask(origin, site.prefix + target, { ...wish, "if-range": '"other"' });
    if (changed.status !== 200 || !changed.body.equals(whole)) {
      faults.push(`a part of ${file}  is sent to who has the beginning of another`);
    }
  }
  return faults;
}

/** Asks a server for every text of a site that nobody compressed ahead. */
export async function compressionFaults(site: Site, origin: string): Promise<string[]> {
  const table = siteTable(site);
  const faults: string[] = [];
  const old = new Set(site.redirects.map(({ file }) => file));
  for (const file of site.files) {
    if (fileKind(file) === "control" || old.has(file) || !isCompressible(file)) continue;
    const target = site.prefix + addressesOf(file)[0];
    // As browsers ask: ngx_brotli is there, and has nothing beside the file.
    const answer = await ask(origin, target, { "accept-encoding": "gzip, deflate, br, zstd" });
    if (codingOf(answer) !== "gzip") faults.push(`${target}  is encoded as ${codingOf(answer)}`);
    if (!contentOf(answer).equals(await readFile(path.join(site.folder, file)))) {
      faults.push(`${target}  holds something else`);
    }
    for (const fault of headerFaults(answer, expectedHeaders(table, file), file)) {
      faults.push(`${target}  ${fault}`);
    }
  }
  return faults;
}

/** Addresses at which there is nothing, and the page that says so. */
const missing: readonly (readonly [address: string, page: string])[] = [
  ["no-such-page", "404.html"],
  ["no-such-page/", "404.html"],
  ["news/no-such-article/", "404.html"],
  // A folder without a page.
  ["photos/", "404.html"],
  // Where what exists is kept for ever, and has another type.
  ["photos/no-such.0123456789.jpg", "404.html"],
  ["no-such.json", "404.html"],
  ["zh/no-such-page/", "zh/404.html"],
  ["zh/news/no-such-article/", "zh/404.html"],
  // For hosts, and not for visitors.
  ["_headers", "404.html"],
  ["_redirects", "404.html"],
  [".nojekyll", "404.html"],
];

/** Ways out of the served folder. */
const ways = ["../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "photos/../../secret.txt"];

/**
 * Asks a server for what is not there, and for what is not to be had.
 *
 * @param published where the server has the site, with what `npm run compress` adds
 */
export async function missingFaults(
  site: Site,
  origin: string,
  published: string,
): Promise<string[]> {
  const table = siteTable(site);
  const faults: string[] = [];
  for (const [address, file] of missing) {
    const shown: Shown = { site, table, file, status: 404, published };
    faults.push(...(await shownFaults(origin, site.prefix + address, shown)));
  }
  const depth = site.prefix.split("/").length - 2;
  for (const way of ways) {
    const target = `${site.prefix}${"../".repeat(depth)}${way}`;
    const answer = await ask(origin, target);
    if (answer.status < 400 || answer.body.includes("secret")) {
      faults.push(`${target}  answers ${answer.status}: ${answer.body.subarray(0, 40)}`);
    }
  }
  return faults;
}

/** Asks a server for every old address of a site, and for every page without its last slash. */
export async function redirectFaults(site: Site, origin: string): Promise<string[]> {
  const faults: string[] = [];
  const follow = async (from: string, to: string) => {
    const answer = await ask(origin, encodeURI(from));
    const [location = "nowhere"] = answer.headers.get("location") ?? [];
    const found = new URL(location, `${origin}${from}`);
    // 308 is 301 for good: a form stays a form.
    if (answer.status !== 301 && answer.status !== 308) {
      faults.push(`${from}  answers ${answer.status}`);
    } else if (found.origin !== origin || found.pathname !== to) {
      faults.push(`${from}  leads to ${location}, not to ${to}`);
    }
    const sniffing = answer.headers.get("x-content-type-options")?.join();
    if (sniffing !== "nosniff") faults.push(`${from}  has no headers of every answer`);
  };
  const at = (address: string) => site.prefix + address.slice(1);
  for (const { address, tags } of site.redirects) {
    const link = tags.find(({ name, attributes }) => name === "a" && attributes.href);
    await follow(at(address), link?.attributes.href ?? "");
  }
  for (const { address } of site.pages) {
    if (address.endsWith("/") && address !== "/") {
      await follow(at(address.slice(0, -1)), at(address));
    }
  }
  return faults;
}
