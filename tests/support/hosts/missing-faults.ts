import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Site } from "../site/read-site.ts";
import { ask } from "./ask.ts";
import { expectedHeaders } from "./expected-headers.ts";
import { headerFaults } from "./header-faults.ts";
import { siteTable } from "./site-table.ts";

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
