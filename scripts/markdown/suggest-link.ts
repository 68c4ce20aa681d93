import { posix } from "node:path";
import { nearestName } from "../lib/nearest-name.ts";
import type { MarkdownText } from "./check-markdown.ts";
import { percentDecode } from "./percent-decode.ts";

/**
 * The link that was probably meant by `href`, written in the same way (a path from the file, or an
 * address from the root) and with the same fragment; undefined when nothing is near.
 */
export function suggestLink(href: string, { path, site }: MarkdownText): string | undefined {
  const [, written = "", rest = ""] = /^([^?#]*)([\s\S]*)$/.exec(href) ?? [];
  const target = percentDecode(written);
  if (target.startsWith("/")) {
    const address = suggestAddress(target, [...site.addresses, ...site.knownFiles]);
    return address === undefined ? undefined : address + rest;
  }
  const folder = posix.dirname(path);
  const sources = site.addresses.flatMap((address) => site.entryAt(address)?.source ?? []);
  const source = suggestSource(posix.join(folder, target), path, sources);
  return source === undefined ? undefined : posix.relative(folder, source) + rest;
}

/** The same page without `index.html`, without the folder `en`, or a like address. */
function suggestAddress(target: string, addresses: readonly string[]): string | undefined {
  const page = target
    .toLowerCase()
    .replace(/(?:\/index)?(?:\.html?|\.md)?\/?$/, "/")
    .replace(/^\/content(?=\/)/, "")
    .replace(/^\/en(?=\/)/, "");
  return addresses.includes(page) ? page : nearestName(target, addresses);
}

/** The same file with its ending; the same name elsewhere, in this language first; a like name. */
function suggestSource(
  target: string,
  path: string,
  sources: readonly string[],
): string | undefined {
  const stem = target.replace(/(?:\.html?|\.md)?\/?$/i, "").toLowerCase();
  const language = path.split("/", 2).join("/");
  const here = sources.filter((source) => source.startsWith(`${language}/`));
  const name = `${posix.basename(stem)}.md`;
  const isNamed = (source: string) => name !== "index.md" && posix.basename(source) === name;
  return (
    sources.find((source) => source === `${stem}.md` || source === `${stem}/index.md`) ??
    here.find(isNamed) ??
    sources.find(isNamed) ??
    nearestSource(
      name,
      sources.filter((source) => posix.dirname(source) === posix.dirname(target)),
    ) ??
    nearestSource(name, here)
  );
}

/** By the file's name alone: what stands before it is long and the same for many. */
function nearestSource(name: string, sources: readonly string[]): string | undefined {
  const names = sources.map((source) => posix.basename(source));
  const meant = nearestName(name, names);
  return meant === undefined ? undefined : sources[names.indexOf(meant)];
}
