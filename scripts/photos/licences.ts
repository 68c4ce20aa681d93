import { createRequire } from "node:module";
import type { Language } from "../lib/languages.ts";
import { nearestName } from "../problems/suggest.ts";

const require = createRequire(import.meta.url);

/** The SPDX list, https://spdx.org/licenses/. What it has retired keeps its page, and is read in older credits. */
const identifiers: readonly string[] = [
  ...(require("spdx-license-ids/deprecated.json") as string[]),
  ...(require("spdx-license-ids") as string[]),
];

const spellings = new Map(identifiers.map((each) => [each.toLowerCase(), each]));

/** An identifier as the list spells it; anything else as it is written. */
export function spelledLicence(written: string): string {
  const own = written.replace(/^licenseref-/i, "LicenseRef-");
  return spellings.get(written.toLowerCase()) ?? own;
}

/** Whether it is an identifier in its own spelling, or a name for terms of one's own. */
export function isLicence(spelled: string): boolean {
  return (
    spellings.get(spelled.toLowerCase()) === spelled || /^LicenseRef-[A-Za-z0-9.-]+$/.test(spelled)
  );
}

/** The identifiers that stand in a longer text, such as `MIT OR CC0-1.0`; one without digits may be any word. */
export function licencesIn(written: string): string[] {
  return written
    .split(/[\s,;|/()]/)
    .flatMap((word) => (/\d/.test(word) ? (spellings.get(word.toLowerCase()) ?? []) : []));
}

/**
 * The identifier that was meant: by its page's address, without its version (then the newest), or
 * misspelt. Digits are never corrected, since another version is another licence; a word without any may
 * be anything.
 */
export function licenceMeant(written: string): string | undefined {
  const addresses = [written, `${written}/`, written.slice(0, written.lastIndexOf("/") + 1)];
  const linked = addresses.flatMap((address) =>
    identifiers.filter((each) => licencePage(each) === address.replace(/^http:/, "https:")),
  );
  const hyphened = written.replace(/[\s_]/g, "-").toLowerCase();
  const unversioned = (each: string) =>
    each.toLowerCase().startsWith(hyphened) && /^-\d/.test(each.slice(hyphened.length));
  const version = digits(written);
  const sameVersion = identifiers.filter((each) => version !== "" && digits(each) === version);
  return linked[0] ?? identifiers.findLast(unversioned) ?? nearestName(hyphened, sameVersion);
}

const digits = (text: string) => text.replace(/\D/g, "");

/**
 * Address of the page of a licence, by its identifier: Creative Commons' own for theirs, that of SPDX for
 * others; undefined for terms of one's own (`LicenseRef-…`), which have no page there.
 *
 * @param language of the summary that Creative Commons shows; without it the address that names the licence
 */
export function licencePage(spdx: string, language?: Language): string | undefined {
  if (spdx.startsWith("LicenseRef-")) return undefined;
  const path = commonsPath(spdx);
  if (path === undefined) return `https://spdx.org/licenses/${spdx}.html`;
  return `https://creativecommons.org/${path}/${language === "zh" ? "deed.zh-hans" : ""}`;
}

/** Where a licence stands at Creative Commons, https://creativecommons.org/licenses/list.en */
function commonsPath(spdx: string): string | undefined {
  if (spdx === "CC0-1.0") return "publicdomain/zero/1.0";
  if (spdx === "CC-PDM-1.0") return "publicdomain/mark/1.0";
  // The first version alone named its terms in this order.
  if (spdx === "CC-BY-NC-ND-1.0") return "licenses/by-nd-nc/1.0";
  const [, terms, version, country] = /^CC-([A-Z-]+)-(\d\.\d)(?:-([A-Z]+))?$/.exec(spdx) ?? [];
  return terms && ["licenses", terms, version, country].filter(Boolean).join("/").toLowerCase();
}
