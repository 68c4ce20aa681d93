import type { Build } from "./build.ts";
import { feedFiles } from "./machine-files/feed-files.ts";
import { humansFile } from "./machine-files/humans-file.ts";
import { manifestFiles } from "./machine-files/manifest-files.ts";
import { robotsFile } from "./machine-files/robots-file.ts";
import { securityFile } from "./machine-files/security-file.ts";
import { sitemapFile } from "./machine-files/sitemap-file.ts";
import { vcardFile } from "./machine-files/vcard-file.ts";

/** Files that no person reads as they are: each made from objects by a writer of `scripts/outputs/`. */
type MachineFiles = (build: Build) => Files | Promise<Files>;
type Files = Iterable<readonly [path: string, content: string | Uint8Array]>;

const all: readonly MachineFiles[] = [
  feedFiles,
  humansFile,
  manifestFiles,
  robotsFile,
  securityFile,
  sitemapFile,
  vcardFile,
];

/** Adds the files for machines: path below `_site/`, and content. */
export async function addMachineFiles(build: Build): Promise<void> {
  for (const filesOf of all) {
    for (const [path, content] of await filesOf(build)) build.files.set(path, content);
  }
}
