import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { type SiteFile, siteFile } from "../../../scripts/site/site-file.ts";
import { syncFolder } from "../../../scripts/site/sync-folder.ts";
import { openWrittenFiles } from "../../../scripts/site/written-files.ts";
import { listFiles } from "../../support/list-files.ts";

const scratch = await mkdtemp(path.join(tmpdir(), "twinning-"));
test.after(() => rm(scratch, { recursive: true, force: true }));
const folder = path.join(scratch, "site");
const place = (file: string) => path.join(folder, file);

const noPictures = async () => ({ made: 0, reused: 0, bytes: 0, hashes: new Map() });

/** Syncs as one run of the build does, and says which files were written. */
async function sync(contents: Record<string, string>): Promise<string[]> {
  const asked: string[] = [];
  const files = new Map<string, SiteFile>(
    Object.entries(contents).map(([file, text]) => {
      const { id, bytes } = siteFile(text);
      const noted = () => {
        asked.push(file);
        return bytes();
      };
      return [file, { id, bytes: noted }];
    }),
  );
  const written = await openWrittenFiles(path.join(scratch, "written"));
  await syncFolder(folder, { files, pictures: [] }, written, noPictures);
  await written.save();
  for (const [file, text] of Object.entries(contents)) {
    assert.equal(await readFile(place(file), "utf8"), text, file);
  }
  assert.deepEqual(await listFiles(folder), Object.keys(contents).sort());
  return asked.sort();
}

test("what has changed is written, what is gone is removed, and nothing else is touched", async () => {
  const first = { "same/index.html": "利物浦", "changed/index.html": "利物浦", "gone/a.txt": "x" };
  assert.deepEqual(await sync(first), Object.keys(first).sort());
  const { mtimeMs } = await stat(place("same/index.html"));
  assert.deepEqual(
    await sync({ "same/index.html": "利物浦", "changed/index.html": "上海", "new.txt": "y" }),
    ["changed/index.html", "new.txt"],
  );
  assert.equal((await stat(place("same/index.html"))).mtimeMs, mtimeMs);
  await assert.rejects(stat(place("gone")), "an empty folder is removed as well");
});

test("what another hand has touched is written anew, and what it has added is removed", async () => {
  const files = { "a.txt": "aaaa", "b.txt": "bbbb", "c.txt": "cccc", "d/e.txt": "eeee" };
  await sync(files);
  await writeFile(place("a.txt"), "bbbb");
  const { atime, mtime } = await stat(place("b.txt"));
  await rm(place("b.txt"));
  await symlink("a.txt", place("b.txt"));
  await writeFile(place("c.txt"), "ccc");
  await utimes(place("c.txt"), atime, mtime);
  await rm(place("d"), { recursive: true });
  await writeFile(place("d"), "no folder");
  await mkdir(place("f/g"), { recursive: true });
  await writeFile(place("f/g/h.txt"), "foreign");
  assert.deepEqual(await sync(files), ["a.txt", "b.txt", "c.txt", "d/e.txt"]);
});

test("a file in the place of a folder gives way to it, and the other way round", async () => {
  await sync({ "a/index.html": "x" });
  await sync({ a: "y" });
  await sync({ "a/index.html": "x" });
});

test("without the notes of earlier runs everything is written anew", async () => {
  const files = { "a.txt": "aaaa" };
  await sync(files);
  await rm(path.join(scratch, "written"), { recursive: true });
  assert.deepEqual(await sync(files), ["a.txt"]);
});
