import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkContent } from "../../../scripts/content/content.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { listFiles, projectRoot } from "../../support/files.ts";

const folder = join(projectRoot, "tests/fixtures/smallest-site");

/** The texts of the smallest content that has nothing wrong with it, by path. */
export const smallest: Readonly<Record<string, string>> = Object.fromEntries(
  (await listFiles(folder))
    .filter((file) => !file.endsWith(".png"))
    .map((file) => [file, readFileSync(join(folder, file), "utf8")]),
);

/** One blue pixel. */
const photograph = "assets/photos/a.png";

/** Changes to the smallest content, by path: a text or bytes, or null for a file that is missing. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;

/** Writes the smallest content, with `changes` to it, into the project at `root`. */
export async function writeSite(root: string, changes: Changes): Promise<void> {
  const files = { [photograph]: readFileSync(join(folder, photograph)), ...smallest, ...changes };
  for (const [path, text] of Object.entries(files)) {
    if (text === null) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** A project of its own with the smallest content and `changes` to it. */
export async function makeSite(
  changes: Changes,
): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), "content-"));
  await writeSite(root, changes);
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** What is told of the smallest content with `changes`, after `arrange`; warnings too. */
export async function told(
  changes: Changes,
  arrange?: (root: string) => Promise<void>,
): Promise<string[]> {
  const site = await makeSite(changes);
  try {
    await arrange?.(site.root);
    return (await checkContent(site.root)).problems.map(formatProblem);
  } finally {
    await site.remove();
  }
}
