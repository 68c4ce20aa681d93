import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import path from "node:path";
import { text } from "node:stream/consumers";
import { type BuildContext, context } from "esbuild";
import sharp from "sharp";
import { isLoopback, mediaTypes, percentDecode } from "../lib/addresses.ts";
import { languageTag } from "../lib/languages.ts";
import { stampOf } from "../lib/stamps.ts";
import { codeDigest } from "../site/code.ts";
import { openWindows, requests, type WindowOptions } from "./windows.ts";

/** The ending says what the body is. */
type Answer = [status: number, ending: string, body: string | Uint8Array, location?: string];

const refused: Answer = [403, ".txt", "This is not to be had here."];
/** By which a window knows that the preview was started anew. */
const foreignToken: Answer = [403, ".txt", "token"];

/**
 * Answers what is asked below `_edit/` of the preview: windows, and what they ask in turn (`api.ts`).
 * Nothing is answered or done for other machines, pages of other origins, and windows of another run.
 *
 * @param prefix begins and ends with `/`
 */
export function openEditor(options: WindowOptions & { prefix: string }): RequestListener {
  const { root, prefix, explain } = options;
  const windows = openWindows(options);
  const [token, nonce] = [randomBytes(32), randomBytes(16)].map((one) => one.toString("base64url"));
  const headers = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
  let bundle: Promise<BuildContext> | undefined;
  const thumbs = new Map<string, Promise<Uint8Array>>();
  // What is kept of content is of the code that this process has loaded.
  let before: Promise<unknown> = codeDigest(root);

  /** Script and styles of windows, bundled anew where a file of them has changed. */
  async function bundled(name: string): Promise<Answer> {
    const entryPoints = ["assets/scripts/edit.ts"];
    bundle ??= context({
      absWorkingDir: root,
      entryPoints,
      outdir: ".",
      tsconfigRaw: {},
      bundle: true,
      format: "esm",
      charset: "utf8",
      write: false,
      logLevel: "silent",
    });
    const { outputFiles = [] } = await (await bundle).rebuild();
    const file = outputFiles.find((one) => path.basename(one.path) === name);
    return file ? [200, path.extname(name), file.contents] : refused;
  }

  async function read({ url = "", headers }: IncomingMessage): Promise<Answer> {
    const [written = "", query] = url.slice(`${prefix}_edit`.length).split("?");
    const address = percentDecode(written.slice(1));
    if (/^edit\.(?:js|css)$/.test(address)) return bundled(address);
    const { pages, pictures, has } = await windows.editable();
    const picture = pictures.find((file) => address === `thumb/${file}`);
    if (picture) {
      const file = path.join(root, picture);
      const key = `${picture} ${stampOf(file)}`;
      const small = sharp(file).autoOrient().resize({ width: 320 });
      const thumb = thumbs.get(key) ?? small.webp().toBuffer();
      thumbs.set(key, thumb);
      return [200, ".webp", await thumb];
    }
    const parameters = new URLSearchParams(query);
    const page = parameters.get("page");
    if (address === "" && page !== null) {
      const isBelow = ({ address, key }: (typeof pages)[number]) =>
        page === address || (key !== "index" && page.startsWith(address));
      const above = pages.filter(isBelow);
      const [nearest] = above.sort((a, b) => b.address.length - a.address.length);
      return [302, ".txt", "", `${prefix}_edit/${nearest?.source ?? ""}`];
    }
    if (address !== "" && !has(address)) return refused;
    const asked = parameters.get("lang") ?? headers["accept-language"] ?? "";
    const language = asked.startsWith("zh") ? "zh" : "en";
    const html = `<!doctype html>
<html lang="${languageTag[language]}" data-token="${token}" data-prefix="${prefix}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${{ en: "Edit", zh: "编辑" }[language]}</title><link rel="stylesheet" href="${prefix}_edit/edit.css">
<script type="module" src="${prefix}_edit/edit.js" nonce="${nonce}"></script><main id="edit"></main>`;
    return [200, ".html", html];
  }

  async function api(name: keyof typeof requests, body: string): Promise<Answer> {
    const { data } = requests[name].safeParse(jsonOf(body));
    if (!data) return [400, ".txt", "The window asked what is not understood here — load it anew"];
    const { has } = await windows.editable();
    const named = [data, ...Object.values(data).flat()].flatMap((one) => one?.path ?? []);
    const foreign = named.find((file) => !has(file));
    if (foreign !== undefined)
      return [403, ".txt", `There is no file ${foreign} that can be edited here`];
    return [200, ".json", JSON.stringify(await windows[name](data as never))];
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { headers, method, socket, url } = request;
    const { host = "", origin = `http://${host}`, "sec-fetch-site": site = "none" } = headers;
    // No stranger's name leads here (DNS rebinding), and no other origin's page asks.
    const isOwnName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);
    const isOwnPage = origin === `http://${host}` && /^(?:same-origin|none)$/.test(`${site}`);
    if (!isLoopback(socket.remoteAddress) || !isOwnName || !isOwnPage) return refused;
    if (method === "GET") return read(request);
    const name = Object.keys(requests).find((one) => url === `${prefix}_edit/api/${one}`);
    if (method !== "POST" || !name) return refused;
    if (headers["x-edit-token"] !== token) return foreignToken;
    // All of it, since a browser that is still sending hears no answer.
    const body = await text(request);
    if (body.length > 4_000_000) {
      return [400, ".txt", "This is more than a text may be — divide it into several"];
    }
    // One at a time, in the order in which they come.
    const turn = before.then(() => api(name as keyof typeof requests, body));
    before = turn.catch(() => {});
    return turn;
  }

  return async (request, response) => {
    const failed = (error: unknown): Answer => [500, ".txt", explain(error).join("\n")];
    const [status, ending, body, location] = await answer(request).catch(failed);
    if (location !== undefined) response.setHeader("Location", location);
    response.writeHead(status, { ...headers, "Content-Type": mediaTypes[ending]?.type }).end(body);
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
