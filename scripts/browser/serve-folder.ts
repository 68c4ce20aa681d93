import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { mediaTypes } from "../lib/media-types.ts";
import { brotliCache } from "./brotli-cache.ts";
import { fileOfAddress } from "./file-of-address.ts";

/** A running server. */
export interface FolderServer {
  /** `http://127.0.0.1:port`, without a trailing slash and without the prefix. */
  origin: string;
  close: () => Promise<void>;
}

/** What is sent: a file's bytes and the ending of its name. */
interface Answer {
  status: 200 | 404;
  ending: string;
  body: Buffer;
  /** Its name holds a hash of its content, so it never changes. */
  hashed?: boolean;
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
  const brotli = brotliCache();
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" }).end(String(error));
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = (request.url ?? "/").replace(/[?#].*$/, "");
    const answer = await answerTo(folder, prefix, address);
    if (answer === "add a slash") {
      response.writeHead(301, { location: `${address}/` }).end();
      return;
    }
    const media = mediaTypes[answer.ending];
    if (media === undefined) throw new Error(`no media type known for ${answer.ending}`);
    const accepted = request.headers["accept-encoding"] ?? "";
    const compressed = media.text && /(^|[\s,])br([\s,;]|$)/.test(accepted);
    const body = compressed ? await brotli(answer.body) : answer.body;
    response.writeHead(answer.status, {
      "content-type": media.type,
      "content-length": body.length,
      "cache-control": answer.hashed ? "public, max-age=31536000, immutable" : "no-cache",
      "x-content-type-options": "nosniff",
      ...(media.text && { vary: "accept-encoding" }),
      ...(compressed && { "content-encoding": "br" }),
      ...headers(address.slice(prefix.length)),
    });
    response.end(body);
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

async function answerTo(
  folder: string,
  prefix: string,
  address: string,
): Promise<Answer | "add a slash"> {
  const file = fileOfAddress(folder, prefix, address);
  if (file === undefined) return missing(folder, path.join(folder, "404.html"));
  const kind = await kindOf(file);
  if (kind === "file" && !address.endsWith("/")) {
    const hashed = /\.[0-9a-f]{10}\.\w+$/.test(file);
    return { status: 200, ending: path.extname(file), body: await readFile(file), hashed };
  }
  if (kind === "folder" && !address.endsWith("/")) return "add a slash";
  const index = path.join(file, "index.html");
  if (kind === "folder" && (await kindOf(index)) === "file") {
    return { status: 200, ending: ".html", body: await readFile(index) };
  }
  return missing(folder, index);
}

async function kindOf(file: string): Promise<"file" | "folder" | "none"> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (found === undefined) return "none";
  return found.isDirectory() ? "folder" : "file";
}

/** The nearest `404.html` above `file`. */
async function missing(folder: string, file: string): Promise<Answer> {
  const root = path.resolve(folder);
  for (let at = path.dirname(file); at.startsWith(root); at = path.dirname(at)) {
    const page = path.join(at, "404.html");
    if ((await kindOf(page)) === "file") {
      return { status: 404, ending: ".html", body: await readFile(page) };
    }
  }
  return { status: 404, ending: ".txt", body: Buffer.from("not found") };
}
