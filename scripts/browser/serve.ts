import { readdir, readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { addressOfFile, fileOfAddress, mediaTypes, percentDecode } from "../lib/addresses.ts";
import { ifThere, isNodeError, sha256 } from "../lib/files.ts";
import { compareCodeUnits } from "../lib/lists.ts";

/** A running server. */
export interface FolderServer {
  /** `http://127.0.0.1:port`, without a trailing slash and without the prefix. */
  origin: string;
  close: () => Promise<void>;
}

/**
 * Serves `folder` below `prefix` (begins and ends with `/`) on a free port, as static hosts do:
 * `index.html` for a folder, the nearest `404.html` for what is missing, nothing from outside,
 * Brotli for text, and for good where the name holds a hash.
 *
 * @param headers further headers of a file, by its address below `prefix`: `news/`
 */
export async function serveFolder(
  folder: string,
  prefix = "/",
  headers: (path: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<FolderServer> {
  const root = path.resolve(folder);
  const compressed = new Map<string, Promise<Buffer>>();
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => tell(response, 500, String(error)));
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = (request.url ?? "/").replace(/[?#].*$/, "");
    const wanted = askedFile(root, prefix, address);
    const kind = await kindOf(wanted);
    if (kind === "folder") {
      response.writeHead(301, { location: `${address}/` }).end();
      return;
    }
    const isFound = kind === "file";
    const file = isFound ? wanted : await notFoundPage(root, wanted);
    if (file === undefined) return tell(response, 404, "not found");
    const media = mediaTypes[path.extname(file)];
    if (media === undefined) throw new Error(`no media type known for ${path.extname(file)}`);
    const inBrotli =
      media.text && /(^|[\s,])br([\s,;]|$)/.test(request.headers["accept-encoding"] ?? "");
    const bytes = await readFile(file);
    const body = inBrotli ? await compress(bytes) : bytes;
    const isHashed = isFound && /\.[0-9a-f]{10}\.\w+$/.test(file);
    response.writeHead(isFound ? 200 : 404, {
      "content-type": media.type,
      "content-length": body.length,
      "cache-control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
      "x-content-type-options": "nosniff",
      ...(media.text && { vary: "accept-encoding" }),
      ...(inBrotli && { "content-encoding": "br" }),
      ...headers(address.slice(prefix.length)),
    });
    response.end(body);
  }

  /** As hosts do that compress once and serve often; only the first visit waits for it. */
  function compress(bytes: Buffer): Promise<Buffer> {
    const key = sha256(bytes);
    const params = {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const made = compressed.get(key) ?? promisify(brotliCompress)(bytes, { params });
    compressed.set(key, made);
    return made;
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}

function tell(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}

/** What an address means below `root`. One that leads outside, or nowhere, means what is not there. */
function askedFile(root: string, prefix: string, address: string): string {
  const below = address.startsWith(prefix) ? percentDecode(address.slice(prefix.length)) : "\0";
  const file = path.join(root, fileOfAddress(`/${below}`));
  return file.startsWith(root + path.sep) && !below.includes("\0") ? file : path.join(root, "none");
}

async function kindOf(file: string): Promise<"file" | "folder" | "none"> {
  try {
    return (await stat(file)).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (isNodeError(error, "ENOENT", "ENOTDIR")) return "none";
    throw error;
  }
}

/** The nearest `404.html` above `file`. */
async function notFoundPage(root: string, file: string): Promise<string | undefined> {
  for (let at = path.dirname(file); at.startsWith(root); at = path.dirname(at)) {
    const page = path.join(at, "404.html");
    if ((await kindOf(page)) === "file") return page;
  }
  return undefined;
}

/**
 * The addresses of all pages in a built site, from its root and without a prefix, by code unit:
 * `/about/`, `/404.html`. What only leads on from an old address is no page. Empty where there is
 * no such folder.
 */
export async function listAddresses(folder: string): Promise<string[]> {
  const entries = await ifThere(readdir(folder, { recursive: true, withFileTypes: true }));
  const addresses: string[] = [];
  for (const entry of entries ?? []) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = path.join(entry.parentPath, entry.name);
    if (/http-equiv="?refresh/.test(await readFile(file, "utf8"))) continue;
    addresses.push(addressOfFile(path.relative(folder, file).replaceAll(path.sep, "/")));
  }
  return addresses.sort(compareCodeUnits);
}
