import { readFile, stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** A running server. */
export interface FolderServer {
  /** `http://127.0.0.1:port`, without a trailing slash and without the prefix. */
  origin: string;
  close: () => Promise<void>;
}

/** What a host sends for the files that the site may hold; any other ending is a fault. */
const types: Readonly<Record<string, string>> = {
  ".atom": "application/atom+xml; charset=utf-8",
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".vcf": "text/vcard; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * Serves `folder` below `prefix` (begins and ends with `/`) on a free port, as static hosts do:
 * `index.html` for a folder, the nearest `404.html` for what is missing, nothing from outside.
 */
export async function serveFolder(folder: string, prefix = "/"): Promise<FolderServer> {
  const server = createServer((request, response) => {
    answer(folder, prefix, request.url ?? "/", response).catch((error: unknown) => {
      send(response, 500, ".txt", String(error));
    });
  });
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

async function answer(folder: string, prefix: string, url: string, response: ServerResponse) {
  const address = url.replace(/[?#].*$/, "");
  const file = fileOf(folder, prefix, address);
  const kind = file === undefined ? "none" : await kindOf(file);
  if (file === undefined || kind === "none" || (kind === "file" && address.endsWith("/"))) {
    return sendMissing(folder, file ?? path.join(folder, "404.html"), response);
  }
  if (kind === "file") return send(response, 200, path.extname(file), await readFile(file));
  if (!address.endsWith("/")) {
    response.writeHead(301, { location: `${address}/` }).end();
    return;
  }
  const index = path.join(file, "index.html");
  if ((await kindOf(index)) !== "file") return sendMissing(folder, index, response);
  return send(response, 200, ".html", await readFile(index));
}

/** The file or folder that an address means, or undefined if it is not below the prefix. */
function fileOf(folder: string, prefix: string, address: string): string | undefined {
  if (!address.startsWith(prefix)) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(address.slice(prefix.length));
  } catch {
    // A stray % is no name of any file.
    return undefined;
  }
  const file = path.resolve(folder, `./${name}`);
  const inside = file === path.resolve(folder) || file.startsWith(path.resolve(folder) + path.sep);
  return inside && !name.includes("\0") ? file : undefined;
}

async function kindOf(file: string): Promise<"file" | "folder" | "none"> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (found === undefined) return "none";
  return found.isDirectory() ? "folder" : "file";
}

async function sendMissing(folder: string, file: string, response: ServerResponse): Promise<void> {
  const root = path.resolve(folder);
  for (let at = path.dirname(file); at.startsWith(root); at = path.dirname(at)) {
    const page = path.join(at, "404.html");
    if ((await kindOf(page)) === "file") return send(response, 404, ".html", await readFile(page));
  }
  send(response, 404, ".txt", "not found");
}

function send(response: ServerResponse, status: number, ending: string, body: string | Buffer) {
  const type = types[ending];
  if (type === undefined) throw new Error(`no media type known for ${ending}`);
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}
