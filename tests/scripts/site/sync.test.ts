import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { sha256 } from "../../../scripts/lib/files.ts";
import { type FolderContents, siteFile, syncedFolder } from "../../../scripts/site/sync.ts";
import { listFiles } from "../../support/files.ts";

let root: string;
let folder: string;
let sync: (contents: FolderContents) => Promise<void>;
const place = (file: string) => path.join(folder, file);

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "twinning-"));
  folder = path.join(root, "site");
  sync = syncedFolder(folder, root, () => {});
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** Syncs, and says which of the files were written. */
async function write(contents: Record<string, string>): Promise<string[]> {
  const asked: string[] = [];
  const files = new Map(
    Object.entries(contents).map(([file, text]) => {
      const { id, bytes } = siteFile(text);
      const noted = () => {
        asked.push(file);
        return bytes();
      };
      return [file, { id, bytes: noted }];
    }),
  );
  await sync({ files, pictures: [] });
  for (const [file, text] of Object.entries(contents)) {
    assert.equal(await readFile(place(file), "utf8"), text, file);
  }
  assert.deepEqual(await listFiles(folder), Object.keys(contents).sort());
  return asked.sort();
}

test("what has changed is written, what is gone is removed, and nothing else is touched", async () => {
  const first = {
    "same/index.html": "利物浦",
    "changed/index.html": "利物浦",
    "gone/a/b.txt": "x",
  };
  assert.deepEqual(await write(first), Object.keys(first).sort());
  const { mtimeMs } = await stat(place("same/index.html"));
  assert.deepEqual(
    await write({ "same/index.html": "利物浦", "changed/index.html": "上海", "new.txt": "y" }),
    ["changed/index.html", "new.txt"],
  );
  assert.equal((await stat(place("same/index.html"))).mtimeMs, mtimeMs);
  await assert.rejects(stat(place("gone")), "empty folders are removed as well");
});

test("what another process left in the folder is written anew or removed", async () => {
  await mkdir(place("left"), { recursive: true });
  await writeFile(place("left/c.txt"), "left");
  await writeFile(place("a.txt"), "another’s");
  await symlink("a.txt", place("b.txt"));
  assert.deepEqual(await write({ "a.txt": "x" }), ["a.txt"]);
});

test("a file in the place of a folder gives way to it, and the other way round", async () => {
  await write({ "a/index.html": "x", "b.txt": "y" });
  await write({ a: "y", "b.txt": "y" });
  await write({ "a/index.html": "x", "b.txt": "y" });
});

test("as long as a new picture is made, the page before stays, with the picture that it shows", async () => {
  const page = (name: string, make: () => Promise<Buffer>): FolderContents => ({
    files: new Map([["index.html", siteFile(name)]]),
    pictures: [{ path: `photos/${name}.jpg`, key: sha256(name), make }],
  });
  await sync(page("old", async () => Buffer.from("old")));
  let meanwhile: string[] = [];
  const slow = async () => {
    meanwhile = await Promise.all(
      ["index.html", "photos/old.jpg"].map((file) => readFile(place(file), "utf8")),
    );
    return Buffer.from("new");
  };
  await sync(page("new", slow));
  assert.deepEqual(meanwhile, ["old", "old"]);
  assert.deepEqual(await listFiles(folder), ["index.html", "photos/new.jpg"]);
  assert.equal(await readFile(place("index.html"), "utf8"), "new");
});
