import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { tagAddresses } from "../content/entry.ts";
import { addressesPath, formatAddresses, parseAddresses } from "../content/published.ts";
import { readTextFile } from "../problems/text.ts";
import { checkSite, type Settings } from "./check.ts";

/**
 * Adds the address of every article, list by tag, page and file for downloading that is published to the list of those
 * that ever were. None is taken from the list.
 *
 * @returns what was not listed before, in order, and how many are listed now
 * @throws ContentFailure when the content has errors: it cannot have been published
 */
export async function recordAddresses(
  settings: Settings,
): Promise<{ added: string[]; count: number }> {
  const { published, downloads } = await checkSite({ ...settings, drafts: false });
  const { text } = readTextFile(settings.root, addressesPath);
  const listed = new Set(parseAddresses(text).addresses.map(({ address }) => address));
  const pages = published.filter(({ kind }) => kind !== "notFound").map(({ address }) => address);
  const added = [...pages, ...tagAddresses(published), ...downloads.keys()]
    .filter((address) => !listed.has(address))
    .sort();
  if (added.length > 0) {
    const file = path.join(settings.root, addressesPath);
    // Renamed into place: a list cut short would be a site without a past.
    const whole = path.join(path.dirname(file), ".addresses.json.new");
    await writeFile(whole, formatAddresses([...listed, ...added]));
    await rename(whole, file);
  }
  return { added, count: listed.size + added.length };
}
