import { controlFiles, mediaTypes } from "../../lib/addresses.ts";
import { type Header, notFoundPages, type Place, type ServedSite } from "./headers.ts";

/**
 * A `server` block for nginx 1.22 or later with ngx_brotli. A location with a header of its own
 * inherits none, so each says them all: https://nginx.org/en/docs/http/ngx_http_headers_module.html
 */
export function nginxBlock(site: ServedSite, { listen, name, root }: Place): string {
  const { prefix } = site;
  return `# Made from the site's table of headers by \`npm run hosts\`: change it there, not here.
server {
    listen ${listen};
    server_name ${name};

    # Kept by hand, and never written by this project: HTTPS and its certificate.
    include /etc/nginx/snippets/${name}*.conf;

    root ${root};
    index index.html;
    server_tokens off;

    # A redirect names no scheme and no port: there may be a proxy in front.
    absolute_redirect off;

    # What \`npm run compress\` wrote beside the files; where it did not, nginx compresses text by itself.
    brotli_static on;
    gzip_static on;
    gzip on;
    gzip_types ${textTypes};
    gzip_vary on;

    default_type application/octet-stream;
    types {
${typeLines()}
    }
    charset utf-8;
    charset_types ${textTypes};

    # A folder without a page is no page, and nothing that is forbidden.
    error_page 403 404 =404 ${prefix}${notFoundPages[0].page};

${locations(site)}
}
`;
}

/** What a list of types compares with: the type alone, to which `charset` adds its parameter. */
const essence = (type: string) => type.replace(/;.*/, "");

function typeLines(): string {
  const endings = Object.entries(mediaTypes);
  return endings
    .map(([ending, { type }]) => `        ${essence(type)} ${ending.slice(1)};`)
    .join("\n");
}

const texts = Object.values(mediaTypes).filter(({ text }) => text);
/** Every list of types holds HTML, and nginx warns of one that names it. */
const textTypes = [...new Set(texts.map(({ type }) => essence(type)))]
  .filter((type) => type !== "text/html")
  .join(" ");

function locations({ prefix, everywhere, rules, redirects }: ServedSite): string {
  const one = (path: string) => `= ${quote(prefix + path)}`;
  const at = (path: string) => (/(?:^|\/)$/.test(path) ? quote(prefix + path) : one(path));
  const found = new Map<string, string[]>();
  for (const { folder } of notFoundPages) {
    found.set(at(folder), [...notFoundLines(folder, prefix), ...headerLines(everywhere)]);
  }
  for (const { path, headers } of rules) {
    const lines = headerLines([...everywhere, ...headers]);
    found.set(at(path), [...notFoundLines(path, prefix), ...lines]);
  }
  for (const { from, to } of redirects) {
    const lines = [`return 301 ${prefix}${to.slice(1)};`, ...headerLines(everywhere)];
    found.set(one(from.slice(1)), lines);
  }
  for (const file of controlFiles) found.set(one(file), ["internal;"]);
  return [...found].map(([path, lines]) => location(path, lines)).join("\n");
}

/** An address is asked for decoded; in quotation marks no other character means anything. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

/** Those below the first are said again where they hold; the first is inherited. */
function notFoundLines(path: string, prefix: string): string[] {
  const nearest = notFoundPages.findLast(({ folder }) => path.startsWith(folder));
  if (!nearest || nearest === notFoundPages[0]) return [];
  return [`error_page 403 404 =404 ${prefix}${nearest.page};`];
}

/** Not the type: nginx would send its own besides, and is told all of them above. */
function headerLines(headers: readonly Header[]): string[] {
  return headers
    .filter(([name]) => name !== "Content-Type")
    .map(([name, value]) => `add_header ${name} ${quote(value)} always;`);
}

function location(path: string, lines: readonly string[]): string {
  return `    location ${path} {\n${lines.map((line) => `        ${line}\n`).join("")}    }`;
}
