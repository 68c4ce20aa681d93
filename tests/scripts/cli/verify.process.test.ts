import assert from "node:assert/strict";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { sha256 } from "../../../scripts/lib/files.ts";
import { projectRoot } from "../../support/files.ts";
import { builtProject, runCommand } from "../../support/project.ts";
import { liveSite } from "../live/live-site.ts";

const verify = (...args: string[]) => runCommand(projectRoot, "verify", { args });

test("says what is live, and ends with 0 where every file is as it was built", async (t) => {
  const { base, record } = await liveSite(t, "/twinning/");
  const { code, stdout } = await verify(base.href.replace(/\/$/, ""));
  assert.equal(code, 0);
  assert.equal(
    stdout,
    `${base.href} is of commit ${record.commit}, built as of 2026-09-21T14:13:20Z.\n7 files compared, 1 not asked for; 0 wrong.\n`,
  );
});

test("a whole site is wrong where another was to be live", async (t) => {
  const { base, folder } = await liveSite(t);
  const wanted = path.join(folder, "robots.txt");
  const live = await readFile(path.join(folder, "build.json"), "utf8");
  await writeFile(wanted, live.replace('"modified": false', '"modified": true'));
  const { code, stdout } = await verify(base.href, wanted);
  assert.equal(code, 1);
  assert.match(stdout, /robots\.txt is of commit \w+ with changes that are not in it/);
  assert.match(stdout, /^http:\S+\/build\.json has other bytes$/m);
});

test("two builds agree until what one kept of a photograph is another picture, by a byte", async () => {
  await using project = await builtProject();
  const { root } = project;
  const [first, second] = [path.join(root, "first"), path.join(root, "second")];
  await rename(path.join(root, "_site"), first);
  const kept = path.join(root, ".cache/photos/renditions");
  const [name = ""] = await readdir(kept);
  const bytes = await readFile(path.join(kept, name));
  bytes[bytes.length - 1] = ~(bytes.at(-1) ?? 0);
  await rm(path.join(kept, name));
  await writeFile(path.join(kept, `${name.slice(0, 64)}.${sha256(bytes)}`), bytes);
  await runCommand(root, "build");
  await rename(path.join(root, "_site"), second);

  const same = await verify(first, first);
  assert.match(same.stdout, /files compared; 0 wrong\.\n$/);
  const { code, stdout } = await verify(second, first);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /^\S+\/second\/build\.json has other bytes\n\S+\/second\/photos\/\S+ has other bytes\n\d+ files compared; 2 wrong\.\n$/m,
  );
});

test("of two folders each has to be what their list says, and a fault says whose file it is", async (t) => {
  const [one, other] = [(await liveSite(t)).folder, (await liveSite(t)).folder];
  for (const folder of [one, other]) await writeFile(path.join(folder, "_headers"), "/*");
  assert.match((await verify(one, other)).stdout, /\n8 files compared; 0 wrong\.\n$/);
  await writeFile(path.join(other, "about/index.html"), "<title>Abouт</title>");
  await rm(path.join(other, "zh/404.html"));
  await writeFile(path.join(other, "more.txt"), "");
  await writeFile(path.join(one, "robots.txt"), "");
  const { code, stdout } = await verify(one, other);
  assert.equal(code, 1);
  assert.deepEqual(stdout.split("\n").slice(1, -1), [
    `${one}/robots.txt has other bytes`,
    `${other}/about/index.html has other bytes`,
    `${other}/more.txt is a file more`,
    `${other}/zh/404.html is not there`,
    "8 files compared; 4 wrong.",
  ]);
});

test("a site without build.json, one with another’s, and no site at all end with 2 and a sentence", async (t) => {
  const { base, folder, close } = await liveSite(t);
  const sentences: string[] = [];
  const refused = async (...args: string[]) => {
    const { code, stderr } = await verify(...args);
    assert.equal(code, 2, stderr);
    assert.match(stderr, /^[^\n]+ — [^\n]+\n$/);
    sentences.push(stderr);
  };
  await refused();
  await refused("www.example.org");
  await refused(base.href, "no-such-file.json");
  await writeFile(path.join(folder, "build.json"), '{ "files": { "../secret": "" } }');
  await refused(base.href);
  await rm(path.join(folder, "build.json"));
  await refused(base.href);
  await close();
  await refused(base.href);
  assert.match(sentences[0] ?? "", /^No site was named/);
  assert.match(sentences[2] ?? "", /no-such-file\.json/);
  assert.match(sentences[4] ?? "", /build\.json is answered with status 404/);
  assert.match(sentences[5] ?? "", /build\.json cannot be fetched \(ECONNREFUSED\)/);
});
