import { mkdir } from "node:fs/promises";
import path from "node:path";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { watch } from "chokidar";
import { assertPortFree } from "./assert-port-free.ts";
import type { BuildOutcome } from "./build-outcome.ts";
import { createBuilder } from "./builder.ts";
import { errorPage } from "./error-page.ts";
import { missingPage } from "./missing-page.ts";
import { previewFolder, previewSearchFolder } from "./preview-folder.ts";

/** In ms. Editors write a file in two or three steps; more files than one are one more build. */
const settleTime = 20;

/** What starts the preview: where the project lies, which port, and what prints a line. */
export interface PreviewOptions {
  root: string;
  port: number;
  prefix: string;
  /** The command that builds; see `createBuilder`. */
  buildCommand: readonly [file: string, ...args: string[]];
  say(line: string): void;
}

/**
 * Serves the site with drafts, builds it anew at every change and reloads the browser.
 *
 * @throws the system's error if the port cannot be had
 */
export async function startPreview(options: PreviewOptions): Promise<void> {
  const { root, port, say } = options;
  // First, because the dev server itself throws where nobody can catch it.
  await assertPortFree(port);
  const folder = previewFolder(root);
  await mkdir(folder, { recursive: true });
  let outcome: BuildOutcome | undefined;

  const server = EleventyDevServer.getServer("preview", folder, {
    pathPrefix: options.prefix,
    // A whole reload shows what a visitor gets; patches of the page can differ from it.
    domDiff: false,
    portReassignmentRetryCount: 0,
    aliases: { "/pagefind/": path.join(previewSearchFolder(root), "pagefind/") },
    messageOnStart: ({ localhostUrl }) => `The preview is at ${localhostUrl}`,
    logger: { info: say, log: say, error: say },
    middleware: [
      (request, response, next) => {
        if (outcome?.ok !== false || !request.headers.accept?.includes("text/html")) return next();
        response.writeHead(500, { "Content-Type": "text/html; charset=utf-8" });
        response.end(errorPage(outcome.sentences));
      },
      missingPage(options.prefix, (address) => server.mapUrlToFilePath(address).statusCode === 404),
    ],
  });

  let announceFirst: () => void = () => {};
  const first = new Promise<void>((resolve) => {
    announceFirst = resolve;
  });
  const builder = createBuilder(options.buildCommand, (latest) => {
    outcome = latest;
    const lines = latest.ok ? [...latest.warnings, latest.summary] : latest.sentences;
    for (const line of lines) say(line);
    server.reload({ files: [], subtype: undefined });
    announceFirst();
  });

  const inputs = ["content", "templates", "assets", "scripts", "eleventy.config.ts"];
  const watcher = watch(
    inputs.map((input) => path.join(root, input)),
    { ignoreInitial: true },
  );
  let timer: NodeJS.Timeout | undefined;
  let codeChanged = false;
  watcher.on("all", (_event, file) => {
    codeChanged ||= file.endsWith(".ts");
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (codeChanged) builder.rebuild();
      else builder.build();
      codeChanged = false;
    }, settleTime);
  });

  builder.build();
  await first;
  await server.serve(port);
  await server.ready();
}
