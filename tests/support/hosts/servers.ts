import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { isCompressible } from "../../../scripts/lib/addresses.ts";
import { compressFolder } from "../../../scripts/live/compress.ts";
import { fileKind } from "../../../scripts/outputs/hosts/headers.ts";
import { parseBuildRecord } from "../../../scripts/outputs/small-texts.ts";
import { startServer } from "../../../scripts/servers/servers.ts";
import { builtSite } from "../built-site.ts";
import { projectRoot } from "../files.ts";
import { runCommand } from "../project.ts";
import type { Site } from "../site.ts";
import { type Answer, ask } from "./ask.ts";
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

const encodings = [
  { name: "br", ending: ".br", unpack: brotliDecompressSync },
  { name: "gzip", ending: ".gz", unpack: gunzipSync },
];

/**
 * Asks a server for every file of a site, in every way it may be asked for.
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
    const content = await readFile(path.join(site.folder, file));
    const expected = expectedHeaders(table, file);
    for (const target of addressesOf(file).map((address) => site.prefix + address)) {
      const say = (fault: string) => faults.push(`${target}  ${fault}`);
      const encoded = encodings.filter(({ ending }) =>
        existsSync(path.join(published, file + ending)),
      );
      const check = (answer: Answer) => {
        if (answer.status !== 200) say(`answers ${answer.status}`);
        for (const fault of headerFaults(answer, expected, file)) say(fault);
        const vary = answer.headers.get("vary")?.join() ?? "";
        if (encoded.length > 0 && !/accept-encoding/i.test(vary)) {
          say("does not say that it varies by Accept-Encoding");
        }
      };
      const plain = await ask(origin, target);
      check(plain);
      if (!plain.body.equals(content)) say("is not the file's content");
      if (plain.headers.has("content-encoding")) say("is compressed for who did not ask");

      for (const { name, unpack } of encoded) {
        const answer = await ask(origin, target, { "accept-encoding": name });
        check(answer);
        const found = answer.headers.get("content-encoding")?.join();
        if (found !== name) say(`is encoded as ${found}, not as ${name}`);
        else if (!unpack(answer.body).equals(content)) say(`holds something else as ${name}`);
      }

      const [tag = ""] = plain.headers.get("etag") ?? [];
      const again = await ask(origin, target, { "if-none-match": tag });
      if (again.status !== 304) say(`answers ${again.status} to who has it already`);
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
    const answer = await ask(origin, target, { "accept-encoding": "gzip" });
    const found = answer.headers.get("content-encoding")?.join();
    if (found !== "gzip") faults.push(`${target}  is encoded as ${found}`);
    else if (!gunzipSync(answer.body).equals(await readFile(path.join(site.folder, file)))) {
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

/** Asks a server for what is not there, and for what is not to be had. */
export async function missingFaults(site: Site, origin: string): Promise<string[]> {
  const table = siteTable(site);
  const faults: string[] = [];
  for (const [address, page] of missing) {
    const target = site.prefix + address;
    const answer = await ask(origin, target);
    if (answer.status !== 404) faults.push(`${target}  answers ${answer.status}`);
    const content = await readFile(path.join(site.folder, page));
    if (!answer.body.equals(content)) faults.push(`${target}  does not show ${page}`);
    for (const fault of headerFaults(answer, expectedHeaders(table, page), page)) {
      faults.push(`${target}  ${fault}`);
    }
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
