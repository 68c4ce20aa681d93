import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import test, { after, before, type TestContext } from "node:test";
import { freePort } from "../../../scripts/servers/servers.ts";
import { copyProject, type ProjectCopy } from "../../support/copy-project.ts";
import { projectRoot } from "../../support/project-root.ts";
import { runBuild, testEpoch } from "../../support/run-build.ts";

let project: ProjectCopy;
const inProject = (file: string) => path.join(project.root, file);

before(async () => {
  project = await copyProject();
});

after(() => project[Symbol.asyncDispose]());

const start = (port: string) =>
  runBuild(projectRoot, { command: "preview.ts", environment: { PORT: port } });

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
async function startCopy(t: TestContext, ...node: string[]): Promise<ChildProcess> {
  const command = ["--import", import.meta.resolve("tsx"), inProject("scripts/cli/preview.ts")];
  const preview = spawn(process.execPath, [...node, ...command], {
    cwd: project.root,
    env: { ...process.env, PORT: String(await freePort()), SOURCE_DATE_EPOCH: testEpoch },
    stdio: ["ignore", "pipe", "pipe"],
  });
  t.after(() => preview.kill());
  return preview;
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

for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) {
  test(`${signal} ends the preview and the build it is at`, { timeout }, async (t) => {
    const preview = await startCopy(t);
    await until(preview, "Photographs");
    preview.kill(signal);
    await ended(preview);
  });
}

test("a preview whose starter was killed ends", { timeout }, async (t) => {
  const starter =
    'require("node:child_process").spawn(process.execPath, process.argv.slice(1), { stdio: "inherit" })';
  const preview = await startCopy(t, "--eval", starter, "--");
  await until(preview, "Photographs");
  preview.kill("SIGKILL");
  await ended(preview);
});

test("code that cannot be loaded stops the build, not the preview", { timeout }, async (t) => {
  const preview = await startCopy(t);
  await until(preview, "The preview is at");
  const file = inProject("scripts/lib/dates.ts");
  const sound = await readFile(file, "utf8");
  await Promise.all([until(preview, "The build stopped."), writeFile(file, `${sound}{`)]);
  const article = inProject("content/en/about.md");
  const text = await readFile(article, "utf8");
  await Promise.all([until(preview, "The build stopped."), writeFile(article, `${text}\nTide.\n`)]);
  await Promise.all([until(preview, " pages in "), writeFile(file, sound)]);
  assert.match(await readFile(inProject(".cache/preview/about/index.html"), "utf8"), /Tide\./);
});
