import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openCache } from "../../../scripts/cache/open-cache.ts";
import { sha256 } from "../../../scripts/lib/sha256.ts";
import { inspectOriginal } from "../../../scripts/photos/inspect-original.ts";
import { measureCache } from "../../../scripts/photos/measure-cache.ts";
import { noise } from "./pictures.ts";
import { temporaryProject } from "./temporary-project.ts";

const photo = "assets/photos/river.jpg";

async function setUp(t: TestContext) {
  const project = await temporaryProject(t);
  const inspect = async () =>
    inspectOriginal(project.root, photo, measureCache(await openCache(project.cache)));
  const rule = async () => (await inspect()).fault?.({ path: "x", line: 1, column: 1 }).rule;
  return { ...project, inspect, rule };
}

test("a missing, an empty and a folder in place of a photograph", async (t) => {
  const { root, write, rule } = await setUp(t);
  assert.equal(await rule(), "photo-missing");
  await write(photo, "");
  assert.equal(await rule(), "photo-empty");
  await rm(join(root, photo));
  await mkdir(join(root, photo));
  assert.equal(await rule(), "photo-not-a-file");
});

test("keeps a sound verdict by the hash of the bytes and uses it again", async (t) => {
  const { cache, write, inspect } = await setUp(t);
  const bytes = await noise(90, 60).jpeg().toBuffer();
  await write(photo, bytes);
  const { original } = await inspect();
  assert.equal(original?.sha256, sha256(bytes));
  const [entry] = await readdir(cache);
  const kept = await readFile(join(cache, entry ?? ""), "utf8");
  // A verdict that the picture could not give shows that it comes from the cache.
  const other = kept.replace('"width":90', '"width":91');
  await rm(join(cache, entry ?? ""));
  await writeFile(join(cache, `${entry?.slice(0, 64)}.${sha256(other)}`), other);
  assert.equal((await inspect()).original?.width, 91);
});

test("measures anew, silently, where the kept verdict is damaged", async (t) => {
  const { cache, write, inspect } = await setUp(t);
  await write(photo, await noise(90, 60).jpeg().toBuffer());
  const { original } = await inspect();
  for (const damage of ["", "{}", "no json", '{"width":-1}']) {
    const [entry = ""] = await readdir(cache);
    await writeFile(join(cache, entry), damage);
    assert.deepEqual((await inspect()).original, original);
    const [again = ""] = await readdir(cache);
    await rm(join(cache, again));
    // The same damage under a name that agrees with it: only the schema is left to find it.
    await writeFile(join(cache, `${again.slice(0, 64)}.${sha256(damage)}`), damage);
    assert.deepEqual((await inspect()).original, original);
    for (const name of await readdir(cache)) await rm(join(cache, name));
    await inspect();
  }
});

test("keeps nothing of a damaged photograph, and sees at once that it was replaced", async (t) => {
  const { cache, write, inspect, rule } = await setUp(t);
  const bytes = await noise(90, 60).jpeg().toBuffer();
  await write(photo, bytes.subarray(0, 900));
  assert.equal(await rule(), "photo-damaged");
  assert.deepEqual(await readdir(cache), []);
  await write(photo, bytes);
  assert.equal((await inspect()).original?.width, 90);
  await write(photo, await noise(30, 20).jpeg().toBuffer());
  assert.equal((await inspect()).original?.width, 30);
});
