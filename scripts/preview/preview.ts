import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { createServer, isIP } from "node:net";
import path from "node:path";
import EleventyDevServer, { type Middleware } from "@11ty/eleventy-dev-server";
import { watch } from "chokidar";
import { isLoopback, languageAt } from "../lib/addresses.ts";
import { escapeXml } from "../outputs/xml.ts";
import {
  type BuildOutcome,
  buildProcess,
  previewFolder,
  previewSearchFolder,
} from "./build-process.ts";

/** In ms. Editors write a file in two or three steps; more files than one are one more build. */
const settleTime = 20;

/** Where the preview is served, and what builds it. */
interface PreviewOptions {
  root: string;
  port: number;
  /** Where it listens: `127.0.0.1`, or what others than this machine can reach. */
  host: string;
  /** Begins and ends with `/`. */
  prefix: string;
  /** The command that builds; see {@link buildProcess}. */
  buildCommand: readonly [file: string, ...args: string[]];
  /** Answers all that is asked below `_edit/`. */
  editor: RequestListener;
  /** Prints a line. */
  say(line: string): void;
}

/**
 * Serves the site with drafts, builds it anew at every change and reloads the browser.
 *
 * @throws the system's error if the port cannot be had
 */
export async function startPreview(options: PreviewOptions): Promise<void> {
  const { root, port, host, prefix, say } = options;
  // First, because the dev server itself throws where nobody can catch it.
  await assertPortFree(port, host);
  // It serves nothing that lies outside the working directory.
  process.chdir(root);
  const folder = previewFolder(root);
  await mkdir(folder, { recursive: true });
  let outcome: BuildOutcome | undefined;

  const server = EleventyDevServer.getServer("preview", folder, {
    pathPrefix: prefix,
    // A whole reload shows what a visitor gets; patches of the page can differ from it.
    domDiff: false,
    portReassignmentRetryCount: 0,
    aliases: { "/pagefind/": path.join(previewSearchFolder(root), "pagefind/") },
    messageOnStart: ({ localhostUrl }) => `The preview is at ${localhostUrl}`,
    logger: { info: say, log: say, error: say },
    middleware: [
      ownHostOnly(host),
      editLinks(prefix),
      (request, response, next) => {
        if (outcome?.ok !== false || !request.headers.accept?.includes("text/html")) return next();
        response.writeHead(500, { "Content-Type": "text/html; charset=utf-8" });
        response.end(errorPage(outcome.lines, prefix));
      },
      missingPage(prefix, (address) => server.mapUrlToFilePath(address).statusCode === 404),
    ],
  });

  // Before the dev server, which would add a script of its own.
  const [serve] = server.server.listeners("request") as RequestListener[];
  server.server.removeAllListeners("request").on("request", (request, response) => {
    const [address = ""] = (request.url ?? "").split("?");
    const isEditor = `${address}/`.startsWith(`${prefix}_edit/`);
    (isEditor ? options.editor : serve)?.(request, response);
  });

  let announceFirst: () => void = () => {};
  const first = new Promise<void>((resolve) => {
    announceFirst = resolve;
  });
  const builds = buildProcess(options.buildCommand, (latest) => {
    outcome = latest;
    for (const line of latest.lines) say(line);
    server.reload({ files: [], subtype: undefined });
    announceFirst();
  });

  const inputs = ["content", "templates", "assets", "scripts", "eleventy.config.ts"];
  let timer: NodeJS.Timeout | undefined;
  let codeChanged = false;
  watch(
    inputs.map((input) => path.join(root, input)),
    { ignoreInitial: true },
  ).on("all", (_event, file) => {
    codeChanged ||= file.endsWith(".ts");
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (codeChanged) builds.restart();
      else builds.build();
      codeChanged = false;
    }, settleTime);
  });

  builds.build();
  await first;
  server.server.listen({ port, host });
  await server.ready();
}

/**
 * Takes the port for a moment and lets it go again.
 *
 * @throws the system's error (`EADDRINUSE`, `EACCES`) if the port cannot be had
 */
async function assertPortFree(port: number, host: string): Promise<void> {
  const server = createServer();
  server.listen(port, host);
  await once(server, "listening");
  server.close();
  await once(server, "close");
}

/**
 * Refuses what was asked of another name than this machine's: by a name of its own that leads here, the
 * page of a stranger could read drafts (DNS rebinding). No number can be such a name.
 */
function ownHostOnly(host: string): Middleware {
  return (request, response, next) => {
    const written = `http://${request.headers.host}`;
    const name = URL.canParse(written) ? new URL(written).hostname : "";
    const isOwn = name === "localhost" || name === host || isIP(name.replace(/^\[|\]$/g, "")) > 0;
    if (isOwn) return next();
    response.writeHead(421, { "Content-Type": "text/plain; charset=utf-8" });
    response.end("The preview is not to be had under this name.\n");
  };
}

/**
 * Leads from the foot of each page to its text in the editor, which answers this machine alone.
 *
 * @param prefix begins and ends with `/`
 */
function editLinks(prefix: string): Middleware {
  return (request, response, next) => {
    if (!isLoopback(request.socket.remoteAddress)) return next();
    const [address = ""] = (request.url ?? "").slice(prefix.length - 1).split("?");
    const words = { en: "Edit this page", zh: "编辑本页" }[languageAt(address)];
    const link = `<p><a href="${prefix}_edit/?page=${encodeURIComponent(address)}">${words}</a></p>`;
    const end = response.end.bind(response) as (content: unknown) => typeof response;
    // The dev server ends HTML with a text, and all else with bytes.
    response.end = (content?: unknown) =>
      end(typeof content === "string" ? content.replace(lastFooterEnd, `${link}\n$&`) : content);
    next();
  };
}

const lastFooterEnd = /<\/footer>(?!.*<\/footer>)/s;

/**
 * Answers in Chinese where a Chinese address leads nowhere, as hosts do that look for the nearest
 * `404.html`: the dev server by itself knows only the one at the root.
 *
 * @param prefix begins and ends with `/`
 * @param isMissing whether an address, as the browser asks for it, leads nowhere
 */
function missingPage(prefix: string, isMissing: (address: string) => boolean): Middleware {
  return (request, response, next) => {
    const address = request.url ?? "/";
    if (address.startsWith(`${prefix}zh/`) && isMissing(address)) {
      response.statusCode = 404;
      request.url = `${prefix}zh/404.html`;
    }
    next();
  };
}

/** A page that shows an editor what to mend; it goes away by itself once the content is sound. */
function errorPage(sentences: readonly string[], prefix: string): string {
  const link = (path: string) => `<a href="${prefix}_edit/${path}">${path}</a>`;
  const items = sentences.map((sentence) => {
    // Places begin with the path of a file; those of content are an editor's.
    const text = escapeXml(sentence, "text");
    return `<li>${text.replace(/^(?:content|assets\/photos)\/[\w./-]+(?=:\d)/, link)}</li>\n`;
  });
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The preview waits</title>
<style>
:root { color-scheme: light dark }
body { max-width: 50rem; margin: 3rem auto; padding: 0 1rem; font: 1.1rem/1.5 Georgia, serif }
li { margin-block: 1rem; padding: 1rem; border: 1px solid; font: 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
ol { padding: 0; list-style: none }
</style>
</head>
<body>
<h1>The preview waits</h1>
<p>Something in the project has to be mended first. The last good site is kept, and this page goes away by itself when you save the mended file.</p>
<ol>
${items.join("")}</ol>
</body>
</html>
`;
}
