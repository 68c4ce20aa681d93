import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { copyProject, type ProjectCopy } from "../../support/copy-project.ts";
import { projectRoot } from "../../support/project-root.ts";

let project: ProjectCopy;
const at = (file: string) => path.join(project.root, file);

before(async () => {
  project = await copyProject();
});
beforeEach(() => rm(at(".cache/code"), { recursive: true, force: true }));
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

const bundles = () => readdir(at(".cache/code"));

test("a command does the same from its bundle, told its arguments and its place", async () => {
  const first = await check();
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /pages in order/);
  assert.equal((await bundles()).length, 1);
  assert.deepEqual(await check(), first);
  const refused = await check(["--fast"]);
  assert.deepEqual([refused.code, refused.stdout], [2, ""]);
  assert.match(refused.stderr, /does not know “--fast”/);
});

test("every entry of a thread stands beside the command, and needs no loader", async () => {
  await check();
  const [bundle = ""] = await bundles();
  const entries = (await readdir(at("scripts"), { recursive: true })).filter((file) =>
    file.endsWith("-worker.mjs"),
  );
  assert.ok(entries.length > 0);
  for (const entry of entries) {
    const code = await readFile(at(`.cache/code/${bundle}/${path.basename(entry)}`), "utf8");
    assert.doesNotMatch(code, /tsx\/esm/);
  }
});

test("changed code has another bundle", async () => {
  await check();
  const file = at("scripts/cli/check.ts");
  await appendFile(file, '\nconsole.log("changed");\n');
  assert.match((await check()).stdout, /changed/);
  assert.equal((await bundles()).length, 2);
});

test("a bundle that is damaged is made anew", async () => {
  await check();
  const [name = ""] = await bundles();
  for (const damage of [
    (file: string) => truncate(file, 100),
    (file: string) => writeFile(file, 'console.log("foreign");'),
    (file: string) => rm(file),
  ]) {
    await damage(at(`.cache/code/${name}/check.mjs`));
    const { code, stdout } = await check();
    assert.equal(code, 0);
    assert.match(stdout, /pages in order/);
  }
  assert.deepEqual(await bundles(), [name]);
});

test("where no bundle can be written, the command runs all the same", async () => {
  await mkdir(at(".cache"), { recursive: true });
  await writeFile(at(".cache/code"), "a file in its place");
  const { code, stdout } = await check();
  assert.equal(code, 0);
  assert.match(stdout, /pages in order/);
});

test("code that cannot be read is told with its place", async () => {
  await appendFile(at("scripts/cli/check.ts"), "\nconst = ;\n");
  const { code, stderr } = await check();
  assert.equal(code, 2);
  assert.match(stderr, /scripts\/cli\/check\.ts:\d+/);
  assert.doesNotMatch(stderr, /^ {4}at /m, "no stack");
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
