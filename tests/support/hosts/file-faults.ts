import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { fileKind } from "../../../scripts/outputs/hosts/headers.ts";
import type { Site } from "../site/read-site.ts";
import { addressesOf } from "./addresses-of.ts";
import { type Answer, ask } from "./ask.ts";
import { expectedHeaders } from "./expected-headers.ts";
import { headerFaults } from "./header-faults.ts";
import { siteTable } from "./site-table.ts";

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
      const check = (answer: Answer) => {
        if (answer.status !== 200) say(`answers ${answer.status}`);
        for (const fault of headerFaults(answer, expected, file)) say(fault);
      };
      const plain = await ask(origin, target);
      check(plain);
      if (!plain.body.equals(content)) say("is not the file's content");
      if (plain.headers.has("content-encoding")) say("is compressed for who did not ask");

      for (const { name, ending, unpack } of encodings) {
        if (!existsSync(path.join(published, file + ending))) continue;
        const answer = await ask(origin, target, { "accept-encoding": name });
        check(answer);
        const found = answer.headers.get("content-encoding")?.join();
        if (found !== name) say(`is encoded as ${found}, not as ${name}`);
        else if (!unpack(answer.body).equals(content)) say(`holds something else as ${name}`);
        if (!/accept-encoding/i.test(answer.headers.get("vary")?.join() ?? "")) {
          say("does not say that it varies by Accept-Encoding");
        }
      }

      const [tag = ""] = plain.headers.get("etag") ?? [];
      const again = await ask(origin, target, { "if-none-match": tag });
      if (again.status !== 304) say(`answers ${again.status} to who has it already`);
    }
  }
  return faults;
}
