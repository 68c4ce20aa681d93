import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after } from "node:test";
import sharp from "sharp";
import { copyProject, runCommand } from "../support/project.ts";

const page = (colour: string) =>
  `<!doctype html><html lang="en"><title>Page</title><body style="background: ${colour}">`;

async function writePages(folder: string, pages: Record<string, string>): Promise<void> {
  for (const [address, html] of Object.entries(pages)) {
    await mkdir(path.join(folder, address), { recursive: true });
    await writeFile(path.join(folder, address, "index.html"), html);
  }
}

const project = await copyProject();
after(() => project[Symbol.asyncDispose]());
const before = path.join(project.root, "before");
const shots = path.join(project.root, ".cache/shots");
await writePages(before, {
  "/": page("white"),
  "/about/": page("#f00"),
  "/contact/": page("white"),
  "/gone/": page("#f00"),
});
await writePages(path.join(project.root, "_site"), {
  "/": page("white"),
  "/about/": page("#00f"),
  "/contact/": `${page("white")}<!-- other bytes -->`,
  "/zh/new/": page("#00f"),
});
const compare = (...args: string[]) =>
  runCommand(project.root, "shots", { args: ["--before", ...args] });

/** The colours of a picture on the left, between, and on the right. */
async function coloursOf(name: string): Promise<string[]> {
  const { data, info } = await sharp(path.join(shots, name))
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [0, info.width / 2, info.width - 1].map((x) =>
    data.subarray(x * info.channels, x * info.channels + 3).toString("hex"),
  );
}

test("pages that look different stand old beside new, those that are new or gone beside nothing", async () => {
  const { code, stdout } = await compare(before);
  assert.equal(code, 0);
  assert.match(stdout, /^4 of 5 pages differ from .*before; 3 look different\.$/m);
  assert.match(stdout, /^24 pictures, old beside new, in \.cache\/shots\//m);
  assert.match(stdout, /^These look the same: \/contact\/$/m);
  const [red, blue, grey] = ["ff0000", "0000ff", "888888"];
  assert.deepEqual(await coloursOf("en-about-390-day.png"), [red, grey, blue]);
  assert.deepEqual(await coloursOf("en-gone-1280-night.png"), [red, grey, grey]);
  assert.deepEqual(await coloursOf("zh-new-768-day.png"), [grey, grey, blue]);
  const sheet = await readFile(path.join(shots, "index.html"), "utf8");
  const sections = [...sheet.matchAll(/<section id="([^"]*)">/g)].map(([, id]) => id);
  assert.deepEqual(sections, ["about", "gone", "new"]);
});

test("of two sites that are the same nothing is shown, and it is said", async () => {
  const { code, stdout } = await compare(path.join(project.root, "_site"));
  assert.equal(code, 0);
  assert.match(stdout, /^0 of 4 pages differ from .*_site; 0 look different\.\n$/m);
  const sheet = await readFile(path.join(shots, "index.html"), "utf8");
  assert.match(sheet, /<p>No page looks different\.<\/p>/);
  assert.doesNotMatch(sheet, /<img/);
});

test("a folder without a page, and none at all, end with 2 and what to give", async () => {
  for (const args of [[shots.replace("shots", "none")], []]) {
    const { code, stderr } = await compare(...args);
    assert.equal(code, 2);
    assert.match(stderr, /^There is no page in “.*” — give the folder of a site/);
  }
});
