import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { syncFolder } from "../../../../scripts/site/preview/sync-folder.ts";
import { listFiles } from "../../../support/list-files.ts";

test("what has changed is written, what is gone is removed, and nothing else is touched", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "twinning-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const place = (file: string) => path.join(folder, file);
  for (const name of ["same", "changed", "gone"]) {
    await mkdir(place(name));
    await writeFile(place(`${name}/index.html`), "利物浦");
  }
  await writeFile(place("kept.jpg"), "picture");
  const long = new Date(0);
  await utimes(place("same/index.html"), long, long);

  const files = new Map<string, string | Uint8Array>([
    ["same/index.html", "利物浦"],
    ["changed/index.html", "上海"],
    ["new/font.woff2", Buffer.from("font")],
  ]);
  await syncFolder(folder, files, new Set(["kept.jpg"]));

  assert.deepEqual(await listFiles(folder), [
    "changed/index.html",
    "kept.jpg",
    "new/font.woff2",
    "same/index.html",
  ]);
  assert.equal(await readFile(place("changed/index.html"), "utf8"), "上海");
  assert.equal((await stat(place("same/index.html"))).mtimeMs, 0);
});
