import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";

/** A folder of its own for one test, removed after it. */
export interface TemporaryProject {
  root: string;
  /** `.cache/photos` in it. */
  cache: string;
  write(path: string, content: Uint8Array | string): Promise<void>;
}

export async function temporaryProject(test: TestContext): Promise<TemporaryProject> {
  const root = await mkdtemp(join(tmpdir(), "photos-"));
  test.after(() => rm(root, { recursive: true, force: true }));
  return {
    root,
    cache: join(root, ".cache", "photos"),
    async write(path, content) {
      const file = join(root, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    },
  };
}
