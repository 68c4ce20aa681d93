import type { Site } from "../site/read-site.ts";
import { ask } from "./ask.ts";

/** Asks a server for every old address of a site, and for every page without its last slash. */
export async function redirectFaults(site: Site, origin: string): Promise<string[]> {
  const faults: string[] = [];
  const follow = async (from: string, to: string) => {
    const answer = await ask(origin, from);
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
