import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "node:test";
import { serveFolder } from "../../../scripts/browser/serve.ts";
import { type BuildRecord, formatBuildRecord } from "../../../scripts/outputs/small-texts.ts";
import { folderDigest } from "../../support/files.ts";

/** A small site that a real server serves, until the test ends. */
export interface LiveSite {
  folder: string;
  base: URL;
  record: BuildRecord;
  /** Takes it off the net before the test ends. */
  close: () => Promise<void>;
}

const texts: Readonly<Record<string, string>> = {
  "index.html": "<title>Welcome</title>",
  "404.html": "<title>Not here</title>",
  "about/index.html": "<title>About</title>",
  "zh/404.html": "<title>没有</title>",
  "fonts/letters.0123456789.woff2": "letters",
  "robots.txt": "User-agent: *",
  ".well-known/security.txt": "Contact: mailto:webmaster@cities.example",
  _headers: "/*",
};

/** @param prefix the path that the server serves it below */
export async function liveSite(test: TestContext, prefix = "/"): Promise<LiveSite> {
  const folder = await mkdtemp(path.join(tmpdir(), "live-"));
  test.after(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(texts)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  const record: BuildRecord = {
    commit: "0123456789".repeat(4),
    modified: false,
    sourceDateEpoch: 1_790_000_000,
    files: await folderDigest(folder),
  };
  await writeFile(path.join(folder, "build.json"), formatBuildRecord(record));
  // As hosts do that read it.
  await rm(path.join(folder, "_headers"));
  const server = await serveFolder(folder, prefix);
  test.after(server.close);
  return { folder, base: new URL(prefix, server.origin), record, close: server.close };
}
