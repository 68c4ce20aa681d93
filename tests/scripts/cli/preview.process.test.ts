import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { createServer } from "node:net";
import path from "node:path";
import test, { after, before, type TestContext } from "node:test";
import sharp from "sharp";
import { freePort } from "../../../scripts/servers/servers.ts";
import { projectRoot } from "../../support/files.ts";
import {
  type BuiltProject,
  builtProject,
  commandOf,
  fileWith,
  runCommand,
  testEpoch,
} from "../../support/project.ts";

let project: BuiltProject;
const inProject = (file: string) => path.join(project.root, file);

before(async () => {
  project = await builtProject();
  // So large that a build is at it for a while.
  for (const name of ["albert-dock", "huangpu-river"]) {
    const file = inProject(`assets/photos/${name}.jpg`);
    await writeFile(
      file,
      await sharp(await readFile(file))
        .resize(2000)
        .jpeg()
        .toBuffer(),
    );
  }
});

after(() => project[Symbol.asyncDispose]());

const start = (port: string) => runCommand(projectRoot, "start", { environment: { PORT: port } });

test("a port that another program uses is told in one sentence", async (t) => {
  const server = createServer().listen(0);
  await once(server, "listening");
  t.after(() => server.close());
  const address = server.address();
  assert.ok(address && typeof address === "object");
  const { code, stderr } = await start(String(address.port));
  assert.equal(code, 2);
  assert.match(stderr, /^Another program uses the port — .+\n$/);
});

test("a port that is no number is told in one sentence", async () => {
  const { code, stderr } = await start("eighty");
  assert.equal(code, 2);
  assert.match(stderr, /^PORT is “eighty”, which is not a port — .+\n$/);
});

/** Starts the preview of the copy, with arguments for Node in front of it; it ends with the test. */
async function startCopy(
  t: TestContext,
  { node = [], port }: { node?: string[]; port?: number } = {},
): Promise<ChildProcess> {
  const PORT = String(port ?? (await freePort()));
  const [program = "", ...command] = commandOf(project.root, "start");
  const preview = spawn(program, [...node, ...command], {
    cwd: project.root,
    env: { ...process.env, PORT, SOURCE_DATE_EPOCH: testEpoch },
    stdio: ["ignore", "pipe", "pipe"],
  });
  t.after(() => preview.kill());
  return preview;
}

async function changeText(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(inProject(file), "utf8");
  assert.notEqual(change(text), text, file);
  await writeFile(inProject(file), change(text));
}

/** Waits until the preview, or a process that it started, says a word from now on. */
function until(preview: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    for (const stream of [preview.stdout, preview.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.includes(word)) resolve();
      });
    }
    preview.once("close", () => reject(new Error(`ended without “${word}”: ${said}`)));
  });
}

/** Waits for the end of the last process that could still print. */
async function ended(preview: ChildProcess): Promise<void> {
  await once(preview, "close");
  assert.ok(!existsSync(inProject(".cache/preview/index.html")), "the build went on");
}

/** In ms: several times what a build from nothing takes on two busy processors. */
const timeout = 180_000;

/** Starts the preview as {@link startCopy} does, and waits until it encodes photographs. */
async function startEncoding(t: TestContext, ...node: string[]): Promise<ChildProcess> {
  await rm(inProject(".cache/photos"), { recursive: true, force: true });
  const preview = await startCopy(t, { node });
  await until(preview, "Photographs");
  return preview;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) {
  test(`${signal} ends the preview and the build it is at`, { timeout }, async (t) => {
    const preview = await startEncoding(t);
    preview.kill(signal);
    await ended(preview);
  });
}

test("a preview whose starter was killed ends", { timeout }, async (t) => {
  const starter =
    'require("node:child_process").spawn(process.execPath, process.argv.slice(1), { stdio: "inherit" })';
  const preview = await startEncoding(t, "--eval", starter, "--");
  preview.kill("SIGKILL");
  await ended(preview);
});

test("code that cannot be loaded stops the build, not the preview", {
  timeout,
}, async (t) => {
  const preview = await startCopy(t);
  await until(preview, "The preview is at");
  const file = await fileWith(inProject("scripts"), '"October"');
  const sound = await readFile(file, "utf8");
  await Promise.all([until(preview, "The build stopped."), writeFile(file, `${sound}{`)]);
  const addTide = changeText("content/en/about.md", (text) => `${text}\nTide.\n`);
  await Promise.all([until(preview, "The build stopped."), addTide]);
  await Promise.all([until(preview, " pages in "), writeFile(file, sound)]);
  assert.match(await readFile(inProject(".cache/preview/about/index.html"), "utf8"), /Tide\./);
});

test("every change is seen by one and the same process: of a text, a layout, a style and a mended error", {
  timeout,
}, async (t) => {
  const port = await freePort();
  const preview = await startCopy(t, { port });
  await until(preview, "The preview is at");
  const page = async () => {
    const response = await fetch(`http://localhost:${port}/about/`, {
      headers: { Accept: "text/html" },
    });
    return `${response.status} ${await response.text()}`;
  };
  const change = (file: string, how: (text: string) => string, word: string) =>
    Promise.all([until(preview, word), changeText(file, how)]);

  await change("content/en/about.md", (text) => `${text}\nEbb.\n`, " pages in ");
  assert.match(await page(), /^200 .*Ebb\./s);
  const layout = "templates/layouts/page.njk";
  await change(layout, (text) => text.replace("</h1>", "</h1><p>Neap</p>"), " pages in ");
  assert.match(await page(), /^200 .*<p>Neap<\/p>/s);
  await change("assets/styles/base.css", (text) => `${text}\n.spring{color:red}`, " pages in ");
  assert.match(await page(), /^200 .*\.spring/s);
  await change("content/en/about.md", (text) => text.replace("title:", "titel:"), "titel");
  assert.match(await page(), /^500 .*content\/en\/about\.md<\/a>:\d+/s);
  await change("content/en/about.md", (text) => text.replace("titel:", "title:"), " pages in ");
  assert.match(await page(), /^200 /);
});

test("only this machine is served, and only under a name of its own", { timeout }, async (t) => {
  const port = await freePort();
  await until(await startCopy(t, { port }), "The preview is at");
  const status = (Host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const options = { host: "127.0.0.1", port, path: "/", headers: { Host } };
      get(options, (response) => resolve(response.resume().statusCode)).on("error", reject);
    });
  for (const own of ["localhost", `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
    assert.equal(await status(own), 200, own);
  }
  for (const foreign of ["evil.example", `evil.example:${port}`, "localhost.evil.example", "a b"]) {
    assert.equal(await status(foreign), 421, foreign);
  }
  // All of 127.0.0.0/8 is this machine, and what listens everywhere answers there too.
  await assert.rejects(fetch(`http://127.0.0.2:${port}/`));
});
