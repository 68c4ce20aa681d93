import path from "node:path";
import { parseAllHeaders } from "@netlify/headers-parser";
import { mediaTypes } from "../../../scripts/lib/addresses.ts";
import { fileKind, type HeaderRow, headerTable } from "../../../scripts/outputs/hosts/headers.ts";
import type { Site } from "../site.ts";
import type { Answer } from "./ask.ts";

/** The table of headers for a built site, whose styles are taken from Welcome and from another page. */
export function siteTable(site: Site): HeaderRow[] {
  const styles = site.pages
    .filter(({ file }) => file === "index.html" || file === "404.html")
    .map(({ tags }) => tags.find(({ name }) => name === "style")?.text ?? "");
  return headerTable(styles, site.prefix);
}

/** Addresses of a file, from the site's root: a page has two, with and without the file's name. */
export function addressesOf(file: string): string[] {
  return /(^|\/)index\.html$/.test(file) ? [file.replace(/index\.html$/, ""), file] : [file];
}

/** What the table says of one file: every value of each header, by its name in lower case. */
export function expectedHeaders(table: readonly HeaderRow[], file: string): Map<string, string[]> {
  const kind = fileKind(file);
  const expected = new Map<string, string[]>();
  for (const { header, value, on } of table) {
    if (on !== "all" && !on.includes(kind)) continue;
    const name = header.toLowerCase();
    expected.set(name, [...(expected.get(name) ?? []), value]);
  }
  return expected;
}

/** Headers that the table may set: one that it does not set for a file must not be sent. */
const ours = [
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "content-disposition",
  "content-security-policy",
  "cross-origin-resource-policy",
  "cache-control",
  "speculation-rules",
];

/**
 * Where an answer's headers are not exactly those expected, each of them once. One that says that
 * nothing has changed has no content, and so no type of it (RFC 9110, section 15.4.5).
 */
export function headerFaults(
  answer: Answer,
  expected: ReadonlyMap<string, readonly string[]>,
  file: string,
): string[] {
  const type = mediaTypes[path.extname(file)]?.type;
  const all = new Map([...expected, ["content-type", [type ?? "no type is known"]]]);
  const names = answer.status === 304 ? ours : [...ours, "content-type"];
  return names.flatMap((name) => {
    const found = answer.headers.get(name) ?? [];
    const wanted = all.get(name) ?? [];
    if (JSON.stringify(found) === JSON.stringify(wanted)) return [];
    return [`${name} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
  });
}

/** A rule as a host reads it. */
interface HostRule {
  matches: RegExp;
  values: Readonly<Record<string, string>>;
}

/** Where the rules do not give a file each of its headers once, and no other. */
export function ruleFaults(
  rules: readonly HostRule[],
  table: readonly HeaderRow[],
  site: Pick<Site, "files" | "prefix">,
): string[] {
  return [...site.files].flatMap((file) => {
    if (fileKind(file) === "control" || /\.(?:br|gz)$/.test(file)) return [];
    const expected = JSON.stringify([...expectedHeaders(table, file)].sort());
    return addressesOf(file).flatMap((address) => {
      const found = new Map<string, string[]>();
      const asked = encodeURI(site.prefix + address);
      for (const { matches, values } of rules) {
        if (!matches.test(asked)) continue;
        for (const [name, value] of Object.entries(values)) {
          const key = name.toLowerCase();
          found.set(key, [...(found.get(key) ?? []), value]);
        }
      }
      const given = JSON.stringify([...found].sort());
      return given === expected ? [] : [`${site.prefix}${address}  has ${given}, not ${expected}`];
    });
  });
}

/**
 * A `_headers` file by Netlify's own parser, its patterns as Netlify and as Cloudflare Pages
 * understand them. Throws at what the parser does not take.
 */
export async function readHeadersFile(file: string): Promise<Record<string, HostRule[]>> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [file],
    configHeaders: undefined,
    minimal: false,
  });
  if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join("\n"));
  return {
    Netlify: headers.flatMap((rule) =>
      "forRegExp" in rule ? [{ matches: rule.forRegExp, values: flat(rule.values) }] : [],
    ),
    "Cloudflare Pages": headers.map((rule) => ({
      matches: cloudflarePattern(rule.for),
      values: flat(rule.values),
    })),
  };
}

/** The parser splits a value into several where they are told to be several. */
function flat(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/**
 * What a pattern of Cloudflare Pages matches: `*` is anything, all else is itself.
 * https://developers.cloudflare.com/pages/configuration/headers/#match-a-path
 */
function cloudflarePattern(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

/**
 * The score of an answer by the tests of the Mozilla Observatory, version 5, and by its table of
 * modifiers: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring and `csp.js`,
 * `charts.js` in https://github.com/mdn/mdn-http-observatory/tree/main/src. Whatever is not one of the
 * best cases counts as the worst. A site starts with 100; what is over counts from 90 on.
 *
 * Not scored here, since a host's own: the redirect to HTTPS (0 where it is there) and whether the
 * name is on the preload list (5 more). Cookies and CORS: none, so 0.
 */
export function observatoryScore({ headers }: Answer, html: string): number {
  const value = (name: string) => headers.get(name)?.join(", ") ?? "";
  const policy = directives(value("content-security-policy"));
  const sources = (name: string) => policy.get(name) ?? policy.get("default-src") ?? ["*"];
  const unsafe = /^(?:'unsafe-(?:inline|eval|hashes)'|data:|https?:|ftp:|\*)/;
  const active = [...sources("script-src"), ...sources("object-src"), ...sources("style-src")];
  const scripts = html.match(/<script[^>]*\ssrc="?(?:https?:)?\/\//g) ?? [];
  const maxAge = Number(/^max-age=(\d+)/.exec(value("strict-transport-security"))?.[1] ?? 0);

  const penalties = [
    active.some((source) => unsafe.test(source)) ? -20 : 0,
    policy.size === 0 ? -25 : 0,
    headers.has("set-cookie") ? -40 : 0,
    headers.has("access-control-allow-credentials") ? -50 : 0,
    maxAge >= 15_552_000 ? 0 : -20,
    scripts.length > 0 ? -50 : 0,
    value("x-content-type-options") === "nosniff" ? 0 : -5,
    policy.has("frame-ancestors") || value("x-frame-options") === "DENY" ? 0 : -20,
  ];
  const bonuses = [
    policy.get("default-src")?.join() === "'none'" ? 10 : 5,
    policy.get("frame-ancestors")?.join() === "'none'" ? 5 : 0,
    /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(
      value("referrer-policy"),
    )
      ? 5
      : 0,
    value("cross-origin-resource-policy") === "same-origin" ? 10 : 0,
  ];
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  const score = 100 + sum(penalties);
  return score < 90 ? score : score + sum(bonuses);
}

function directives(policy: string): Map<string, string[]> {
  const found = policy.split(";").map((each) => each.trim().split(/\s+/));
  return new Map(found.flatMap(([name, ...sources]) => (name ? [[name, sources] as const] : [])));
}
