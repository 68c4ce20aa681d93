import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { projectRoot } from "../support/files.ts";
import { copyProject, type ProjectCopy } from "../support/project.ts";

let project: ProjectCopy;
const at = (file: string) => path.join(project.root, file);

before(async () => {
  project = await copyProject();
});
after(() => project[Symbol.asyncDispose]());

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** `npm run check` in the copy, without npm. */
function check(args: string[] = [], root = project.root, name = "check"): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.UTC(2026, 11, 1) / 1000) };
    const command = [path.join(root, "scripts/run.mjs"), name, ...args];
    execFile(process.execPath, command, { cwd: "/", env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

test("a command is told its arguments and its place", async () => {
  const sound = await check();
  assert.equal(sound.code, 0, sound.stderr);
  assert.match(sound.stdout, /pages in order/);
  const refused = await check(["--fast"]);
  assert.deepEqual([refused.code, refused.stdout], [2, ""]);
  assert.match(refused.stderr, /does not know “--fast”/);
});

test("where no compiled code can be kept, the command runs all the same", async () => {
  await rm(at(".cache"), { recursive: true, force: true });
  await mkdir(at(".cache"));
  await writeFile(at(".cache/code"), "a file in its place");
  const { code, stdout } = await check();
  assert.equal(code, 0);
  assert.match(stdout, /pages in order/);
});

test("code that cannot be read is a fault of ours, told with its place", async () => {
  const file = at("scripts/cli/check.ts");
  const sound = await readFile(file, "utf8");
  await writeFile(file, `${sound}\nconst = ;\n`);
  const { code, stderr } = await check();
  await writeFile(file, sound);
  assert.equal(code, 2);
  assert.match(stderr, /scripts\/cli\/check\.ts:\d+/);
});

test("a folder may have any name", async () => {
  const folder = at("a$$b$&");
  const parts = ["scripts", "content", "assets", "templates", "eleventy.config.ts", "package.json"];
  for (const part of parts) {
    await cp(path.join(projectRoot, part), path.join(folder, part), { recursive: true });
  }
  await symlink(path.join(projectRoot, "node_modules"), path.join(folder, "node_modules"), "dir");
  const { code, stdout } = await check([], folder);
  assert.equal(code, 0);
  assert.match(stdout, /pages in order/);
});

test("packages that are missing, and a command that there is not, are told in one sentence", async () => {
  const folder = at("bare");
  await cp(path.join(projectRoot, "scripts"), path.join(folder, "scripts"), { recursive: true });
  assert.deepEqual(await check([], folder), {
    code: 2,
    stdout: "",
    stderr: "The packages that the project needs are not there — run “npm ci”\n",
  });
  const unknown = await check([], folder, "../../tests/run");
  assert.deepEqual(
    [unknown.code, unknown.stderr.split(" — ")[0]],
    [2, "There is no command “../../tests/run”"],
  );
});
