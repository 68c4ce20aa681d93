import type { Language } from "./languages.ts";

/*
 * Three names of one place. An address is what a page is known by within the site, from its root:
 * `/about/`, `/zh/404.html`. With origin and prefix the world knows it. A file is its path below
 * `_site/`: `about/index.html`.
 */

/** The address of Welcome in each language. */
export const homeAddress: Readonly<Record<Language, string>> = { en: "/", zh: "/zh/" };

/** The language of the page at an address. */
export function languageAt(address: string): Language {
  return address.startsWith(homeAddress.zh) ? "zh" : "en";
}

/**
 * The address of the page with `key` (path below the language's folder, without `.md`): English at
 * `/`, Chinese below `/zh/`.
 */
export function addressOf(language: Language, key: string): string {
  const root = homeAddress[language];
  if (key === "404") return `${root}404.html`;
  const path = key.replace(/(^|\/)index$/, "");
  return path === "" ? root : `${root}${path}/`;
}

/** The file of the page at an address. */
export function fileOfAddress(address: string): string {
  return address.slice(1).replace(/(^|\/)$/, "$1index.html");
}

/** The address of a file: a page is known by its folder. */
export function addressOfFile(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

/**
 * The address as the host serves it: `address` (from the site's root, beginning with `/`)
 * under `prefix` (beginning and ending with `/`).
 */
export function withPrefix(prefix: string, address: string): string {
  return prefix + address.slice(1);
}

/** Where files for downloading stand in the project. */
export const downloadFolder = "assets/downloads";

/** The address of a file for downloading: `/downloads/programme.pdf`. */
export function downloadAddress(path: string): string {
  return path.slice("assets".length);
}

/** Whether an address is that of a file for downloading, and no page's. */
export function isDownload(address: string): boolean {
  return /^\/downloads\/.*[^/]$/.test(address);
}

/** `address` as the whole world writes it: with origin and base path. */
export function absoluteAddress(
  address: string,
  { origin, prefix }: { origin: string; prefix: string },
): string {
  return origin + withPrefix(prefix, address);
}

/** A place in the site. */
interface LocalAddress {
  /** The file. */
  output: string;
  /** Without `#`; undefined where there is none. */
  fragment: string | undefined;
}

/**
 * Where an address written in a page leads.
 *
 * @param output the page's own file, for addresses that are only a fragment
 * @returns "outside" for other sites and schemes, "broken" for a local one that the base path
 *   does not cover
 */
export function localAddress(
  written: string,
  output: string,
  site: { origin: string; prefix: string },
): LocalAddress | "outside" | "broken" {
  const local = written.startsWith(`${site.origin}/`) ? written.slice(site.origin.length) : written;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(local)) return "outside";
  const [address = "", hash] = local.split("#", 2);
  const fragment = hash === undefined ? undefined : decodeURIComponent(hash);
  if (address === "") return { output, fragment };
  if (!address.startsWith(site.prefix)) return "broken";
  const below = decodeURIComponent(address.slice(site.prefix.length).split("?", 1)[0] ?? "");
  return { output: fileOfAddress(`/${below}`), fragment };
}

/**
 * Where a file of a site is fetched: a page at the address of its folder, as visitors do, since some
 * hosts redirect from its file's name.
 *
 * @param base the address of the site's front page, with a slash at its end
 */
export function liveUrl(base: URL, file: string): URL {
  const path = addressOfFile(file).slice(1);
  return new URL(path.split("/").map(encodeURIComponent).join("/"), base);
}

/** The file of a site that its host shows at a URL, the inverse of {@link liveUrl}. */
export function fileAt(
  base: URL,
  url: URL,
  files: Readonly<Record<string, unknown>>,
): string | undefined {
  const address = url.origin + url.pathname;
  if (!address.startsWith(base.href)) return undefined;
  const path = percentDecode(address.slice(base.href.length));
  // Hosts leave the ending out: https://developers.cloudflare.com/pages/configuration/serving-pages/
  const candidates = [path, `${path}index.html`, `${path}/index.html`, `${path}.html`];
  return candidates.find((file) => Object.hasOwn(files, file));
}

/** `text` with `%E6%B8%AF` as 港. A stray `%` stays as it is; bytes that are no UTF-8 become U+FFFD. */
export function percentDecode(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = run.split("%").slice(1);
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
  });
}

/** RFC 6761 (section 6.3), RFC 1122 (section 3.2.1.3). */
const ownMachine = /(?:^|\.)localhost\.?$|^127\.|^0\.|^\[::1?\]$/i;
/** RFC 6762, RFC 8375, and the name that ICANN keeps free for networks of one's own. */
const networkName = /\.(?:local|home\.arpa|internal)\.?$/i;
/** RFC 1918, RFC 3927; of IPv6, RFC 4193 and RFC 4291. */
const networkAddress =
  /^10\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\.|^\[f(?:[cd]..|e[89ab].):/i;

/**
 * Whose host `hostname` (of a `URL`) is, in words, where it is one that visitors cannot reach;
 * undefined for all others.
 */
export function privateHost(hostname: string): string | undefined {
  if (ownMachine.test(hostname)) return "your own machine";
  const isAddress = /^(?:[\d.]+|\[.*\])$/.test(hostname);
  const isPrivate = (isAddress ? networkAddress : networkName).test(hostname);
  return isPrivate ? "your own network" : undefined;
}

/** Whether the other end of a connection is on this machine, by its address as the system has it. */
export function isLoopback(address = ""): boolean {
  return /^(?:::1$|(?:::ffff:)?127\.)/.test(address);
}

/**
 * Files of the site, by path below `_site/`, that are told to hosts and shown to no visitor. Whether
 * a host serves them says nothing of the site.
 *
 * - `_headers`, `_redirects`: read by Netlify and Cloudflare Pages, and served by neither
 * - `.nojekyll`: read by GitHub Pages; others serve no hidden files but `.well-known/`
 */
export const controlFiles: readonly string[] = ["_headers", "_redirects", ".nojekyll"];

/** A kind of file, as hosts send it. */
interface MediaType {
  /** The `Content-Type`. */
  type: string;
  /** Hosts compress text; pictures and fonts are compressed already. */
  text: boolean;
}

const text = (type: string): MediaType => ({ type: `${type}; charset=utf-8`, text: true });
const binary = (type: string): MediaType => ({ type, text: false });

/** The files that the site may hold, by their ending; any other ending is a fault. */
export const mediaTypes: Readonly<Record<string, MediaType>> = {
  ".atom": text("application/atom+xml"),
  ".avif": binary("image/avif"),
  ".css": text("text/css"),
  ".csv": text("text/csv"),
  ".docx": binary("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  ".gpx": text("application/gpx+xml"),
  ".html": text("text/html"),
  ".ico": binary("image/x-icon"),
  ".ics": text("text/calendar"),
  ".jpg": binary("image/jpeg"),
  ".js": text("text/javascript"),
  ".json": text("application/json"),
  ".mjs": text("text/javascript"),
  ".odt": binary("application/vnd.oasis.opendocument.text"),
  ".pagefind": binary("application/octet-stream"),
  ".pdf": binary("application/pdf"),
  ".pf_fragment": binary("application/octet-stream"),
  ".pf_index": binary("application/octet-stream"),
  ".pf_meta": binary("application/octet-stream"),
  ".png": binary("image/png"),
  ".speculationrules": text("application/speculationrules+json"),
  ".svg": text("image/svg+xml"),
  ".txt": text("text/plain"),
  ".vcf": text("text/vcard"),
  ".wasm": binary("application/wasm"),
  ".webmanifest": text("application/manifest+json"),
  ".webp": binary("image/webp"),
  ".woff2": binary("font/woff2"),
  ".xml": text("application/xml"),
};

/** Whether a host sends the file (path below `_site/`) compressed, by its ending. */
export function isCompressible(file: string): boolean {
  return mediaTypes[/\.[^./]+$/.exec(file)?.[0] ?? ""]?.text ?? false;
}
