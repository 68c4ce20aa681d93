import assert from "node:assert/strict";
import {
  appendFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { siteFile } from "../../../scripts/site/site-file.ts";
import { folderWriter } from "../../../scripts/site/write.ts";
import { listFiles } from "../../support/files.ts";

let root: string;
const inProject = (file: string) => path.join(root, file);
const place = (file = "") => path.join(root, "_site", file);
const kept = (name: string) => path.join(root, ".cache/written/_site", name);

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "twinning-"));
});

afterEach(() => rm(root, { recursive: true, force: true }));

type Contents = Readonly<Record<string, string>>;

/** As a process of its own does it, unless given a writer that has written before. */
async function write(contents: Contents, writer = folderWriter(place(), root)) {
  const asked: string[] = [];
  await writer(async (output) => {
    for (const [file, text] of Object.entries(contents)) {
      const { id, bytes } = siteFile(text);
      const noted = () => {
        asked.push(file);
        return bytes();
      };
      output.put(file, { id, bytes: noted });
      assert.equal(Buffer.from(await output.read(file)).toString(), text);
    }
  });
  for (const [file, text] of Object.entries(contents)) {
    assert.equal(await readFile(place(file), "utf8"), text, file);
  }
  assert.deepEqual(await listFiles(place()), Object.keys(contents).sort());
  assert.deepEqual((await readdir(root)).sort(), [".cache", "_site"]);
  return asked.sort();
}

/** Which file it is, and when it was written. */
async function identity(file: string) {
  const { ino, mtimeMs } = await lstat(place(file));
  return { ino, mtimeMs };
}

const one = { "same/index.html": "利物浦", "changed/index.html": "利物浦", "gone/a/b.txt": "x" };
const two = { "same/index.html": "利物浦", "changed/index.html": "上海", "new.txt": "y" };

test("only what has changed is written, again and again; what is gone goes with its folders", async () => {
  assert.deepEqual(await write(one), Object.keys(one).sort());
  const before = await identity("same/index.html");
  assert.deepEqual(await write(two), ["changed/index.html", "new.txt"]);
  assert.deepEqual(await identity("same/index.html"), before);
  await assert.rejects(lstat(place("gone")));
  assert.deepEqual(await write({ ...two, "new.txt": "z" }), ["new.txt"]);
  assert.deepEqual(await identity("same/index.html"), before);
});

test("what comes back after two changes is right, in one process and in several", async () => {
  const writer = folderWriter(place(), root);
  const three = { "same/index.html": "x", "gone/a/b.txt": "z" };
  for (const contents of [one, two, one, three, two, two, three, one])
    await write(contents, writer);
  for (const contents of [two, one, three, two, two, three, one]) await write(contents);
  await write(two, writer);
});

test("where nothing has changed nothing is touched", async () => {
  await write(one);
  await write(two);
  const before = await lstat(place(), { bigint: true });
  assert.deepEqual(await write(two), []);
  assert.deepEqual(await lstat(place(), { bigint: true }), before);
});

test("a file in the place of a folder gives way to it, and the other way round", async () => {
  const folder = { "a/index.html": "x", "a/b/c.txt": "x", "b.txt": "y" };
  for (const contents of [folder, { a: "y", "b.txt": "y" }, folder, { a: "z", "b.txt": "y" }]) {
    await write(contents);
  }
});

/** What somebody may do to a site that stands there, or to what is kept of it. */
const damages: Readonly<Record<string, () => Promise<unknown>>> = {
  "a file edited to the same size, its time restored": async () => {
    const { atime, mtime } = await lstat(place("same/index.html"));
    await writeFile(place("same/index.html"), "上海市");
    await utimes(place("same/index.html"), atime, mtime);
  },
  "a file that grew": () => appendFile(place("changed/index.html"), "!"),
  "a file removed": () => rm(place("same/index.html")),
  "a file added": () => writeFile(place("same/left.txt"), "left"),
  "an empty folder added": () => mkdir(place("left")),
  "a link in the place of a file": async () => {
    await writeFile(inProject(".cache/away"), "利物浦");
    await rm(place("same/index.html"));
    await symlink(inProject(".cache/away"), place("same/index.html"));
  },
  "a folder in the place of a file": async () => {
    await rm(place("same/index.html"));
    await mkdir(place("same/index.html"));
  },
  "the site removed": () => rm(place(), { recursive: true }),
  "the spare removed": () => rm(kept("spare"), { recursive: true }),
  "a file of the spare edited": () => appendFile(path.join(kept("spare"), "gone/a/b.txt"), "!"),
  "a file of the spare added": () => writeFile(path.join(kept("spare"), "left.txt"), "left"),
  "a file in the place of the spare": async () => {
    await rm(kept("spare"), { recursive: true });
    await writeFile(kept("spare"), "");
  },
  "the record removed": () => rm(kept("live.json")),
  "the record damaged": () => appendFile(kept("live.json"), "!"),
  "the spare’s record removed": () => rm(kept("spare.json")),
  "the cache removed": () => rm(inProject(".cache"), { recursive: true }),
};

for (const [name, damage] of Object.entries(damages)) {
  test(`${name} is mended by the next write, whether or not it changes anything`, async () => {
    for (const next of [two, one, { ...two, "more.txt": "z" }]) {
      await write(one);
      await write(two);
      await damage();
      await write(next);
      await write(one);
    }
  });
}

test("what could not be filled leaves the folder as it was, and nothing beside it", async () => {
  await write(one);
  const failing = folderWriter(
    place(),
    root,
  )(async (output) => {
    output.put("new.txt", siteFile("new"));
    throw new Error("no room");
  });
  await assert.rejects(failing, /no room/);
  assert.deepEqual(await write(one), []);
});

const inTheWay = {
  file: () => writeFile(place(), ""),
  link: async () => {
    await mkdir(inProject("elsewhere"));
    // What needs no privilege on Windows either.
    await symlink(inProject("elsewhere"), inProject("_site"), "junction");
  },
};

for (const [kind, put] of Object.entries(inTheWay)) {
  test(`a ${kind} is not replaced`, async () => {
    await put();
    await assert.rejects(write(one), {
      constructor: EnvironmentFailure,
      message: `_site is a ${kind} where the build puts a folder of its own — move it away and build again`,
    });
  });
}
