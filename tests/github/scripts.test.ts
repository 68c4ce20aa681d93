import assert from "node:assert/strict";
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { formatAddresses } from "../../scripts/content/published.ts";
import { projectOfCases, readCases } from "../support/cases.ts";
import { projectRoot } from "../support/files.ts";

const script = path.join(projectRoot, ".github/scripts/record-addresses.sh");
const list = "content/_data/addresses.json";
const environment = {
  ...process.env,
  LC_ALL: "C",
  GIT_CONFIG_GLOBAL: path.join(tmpdir(), "no-such-file"),
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "An editor",
  GIT_AUTHOR_EMAIL: "editor@example.org",
  GIT_COMMITTER_NAME: "An editor",
  GIT_COMMITTER_EMAIL: "editor@example.org",
  GITHUB_TOKEN: "a-secret",
};

/** A bare repository, an editor's clone of it, and the clone of a run that is publishing. */
async function repositories() {
  const root = await mkdtemp(path.join(tmpdir(), "addresses-"));
  const [bare, editor, runner] = ["bare", "editor", "runner"].map((name) => path.join(root, name));
  assert.ok(bare && editor && runner);
  const git = (cwd: string, ...args: string[]) =>
    execFileSync("git", args, { cwd, env: environment, encoding: "utf8", stdio: "pipe" }).trimEnd();
  git(root, "init", "--quiet", "--bare", "--initial-branch=main", bare);
  git(root, "clone", "--quiet", bare, editor);
  await mkdir(path.join(editor, path.dirname(list)), { recursive: true });
  const commit = async (file: string, text: string) => {
    await writeFile(path.join(editor, file), text);
    git(editor, "add", "--all");
    git(editor, "commit", "--quiet", "--message", `Change ${file}`);
  };
  await commit(list, formatAddresses(["/", "/zh/"]));
  git(editor, "push", "--quiet", "origin", "HEAD:main");
  git(root, "clone", "--quiet", "--depth=1", `file://${bare}`, runner);

  const published = path.join(root, "published.json");
  return {
    runner,
    commit,
    git,
    /** What git runs in the runner's clone before each push, a line of shell. */
    beforePush: (line: string) => hook(path.join(runner, ".git/hooks/pre-push"), line),
    onArrival: (line: string) => hook(path.join(bare, "hooks/pre-receive"), line),
    pushOfEditor: `env -u GIT_INDEX_FILE git -C '${editor}' push --quiet origin HEAD:main`,
    record: async (...addresses: string[]) => {
      await writeFile(published, formatAddresses(addresses));
      return run(runner, published);
    },
    listed: () => git(bare, "show", `main:${list}`),
    log: () => git(bare, "log", "--format=%an: %s", "main").split("\n"),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

async function hook(file: string, line: string): Promise<void> {
  await writeFile(file, `#!/bin/sh\nset -e\n${line}\n`);
  await chmod(file, 0o755);
}

function run(cwd: string, published: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(script, [published, "main"], { cwd, env: environment }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, output: out + err }),
    );
  });
}

const note = "github-actions[bot]: Note the addresses that are published";
const change = `An editor: Change ${list}`;

test("new addresses are added to the list, in its form and order; a second time nothing is", async () => {
  await using at = await repositories();
  const { code, output } = await at.record("/", "/zh/", "/news/a/", "/about/");
  assert.equal(code, 0, output);
  assert.equal(output, '+  "/about/",\n+  "/news/a/",\n');
  const listed = formatAddresses(["/", "/zh/", "/news/a/", "/about/"]).trimEnd();
  assert.equal(at.listed(), listed);
  assert.deepEqual(at.log(), [note, change]);
  assert.equal(at.git(at.runner, "status", "--porcelain"), "");

  const again = await at.record("/about/", "/");
  assert.deepEqual(again, { code: 0, output: "The list on main names every published address.\n" });
  assert.equal(at.listed(), listed);
});

test("a push that comes between is kept, what it did to the list too", async () => {
  await using at = await repositories();
  await at.commit("README.md", "Changed meanwhile\n");
  await at.commit(list, formatAddresses(["/", "/zh/", "/contact/"]));
  const already = path.join(at.runner, ".git/pushed");
  await at.beforePush(`[ -e '${already}' ] || { touch '${already}'; ${at.pushOfEditor}; }`);
  const { code, output } = await at.record("/", "/zh/", "/about/");
  assert.equal(code, 0, output);
  assert.match(output, / rejected\]/);
  assert.equal(at.listed(), formatAddresses(["/", "/zh/", "/contact/", "/about/"]).trimEnd());
  assert.deepEqual(at.log(), [note, change, "An editor: Change README.md", change]);
});

test("a branch that never rests is given up, with what to do", async () => {
  await using at = await repositories();
  const empty = "--quiet --allow-empty --message=Again";
  const commit = at.pushOfEditor.replace(/push .*/, `commit ${empty}`);
  await at.beforePush(`${commit}; ${at.pushOfEditor}`);
  const { code, output } = await at.record("/about/");
  assert.equal(code, 1, output);
  assert.equal(output.match(/ rejected\]/g)?.length, 5);
  assert.match(output, /^::error::.* could not be noted on main — run “npm run addresses” and/m);
  assert.ok(!at.log().includes(note));
});

test("a push that the host refuses is not tried again", async () => {
  await using at = await repositories();
  await at.onArrival("echo 'the branch is protected'; exit 1");
  const { code, output } = await at.record("/about/");
  assert.equal(code, 1);
  assert.equal(output.match(/the branch is protected/g)?.length, 1);
  assert.match(output, /^::error::/m);
});

test("a list that is none changes nothing", async () => {
  await using at = await repositories();
  const before = at.listed();
  const { code } = await run(at.runner, path.join(at.runner, "missing.json"));
  assert.notEqual(code, 0);
  assert.equal(at.listed(), before);
  assert.deepEqual(at.log(), [change]);
});

test("the token is given to the host that asks for it, and to no file and no output", async () => {
  await using at = await repositories();
  const given: (string | undefined)[] = [];
  await using server = createServer(({ headers }, response) => {
    given.push(headers.authorization);
    const status = headers.authorization === undefined ? 401 : 403;
    response.writeHead(status, { "www-authenticate": "Basic realm=git" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  at.git(at.runner, "remote", "set-url", "origin", `http://127.0.0.1:${port}/repository.git`);
  const { code, output } = await at.record("/about/");
  assert.notEqual(code, 0);
  const basic = Buffer.from("x-access-token:a-secret").toString("base64");
  assert.deepEqual(given, [undefined, `Basic ${basic}`]);
  assert.doesNotMatch(output, /a-secret/);
  for (const file of await readdir(path.join(at.runner, ".git"))) {
    if (!/^[A-Z_]+$|^config$/.test(file)) continue;
    assert.doesNotMatch(await readFile(path.join(at.runner, ".git", file), "utf8"), /a-secret/);
  }
});

test("a report shows what it says on the page of the run and at the lines, and ends as it does", async () => {
  const cases = await readCases();
  await using project = await projectOfCases(
    cases.filter(({ name }) => name === "translation-unrecorded"),
  );
  const summary = path.join(project.root, "summary.md");
  const report = (name: string) =>
    spawnSync(path.join(projectRoot, ".github/scripts/report.sh"), [name], {
      cwd: project.root,
      env: { ...process.env, GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary },
      encoding: "utf8",
    });
  const sound = report("translations");
  const wrong = report("weather");
  assert.deepEqual([sound.status, wrong.status], [0, 2], sound.stderr + wrong.stderr);
  const place = "content/zh/news/translation-unrecorded.md";
  const paste = "add this line to the front matter: `translated: ";
  const lines = sound.stdout.trimEnd().split("\n");
  const shown = lines.pop() ?? "";
  const [said = "", sum] = lines.slice(-2);
  assert.ok(said.startsWith(`${place}:1:1  warning: `) && said.includes(paste), said);
  assert.equal(sum, "1 warning about translations.");
  assert.ok(shown.startsWith(`::warning file=${place},line=1,col=1::`) && shown.includes(paste));
  assert.equal(
    await readFile(summary, "utf8"),
    `## translations\n\n\`\`\`text\n${lines.join("\n")}\n\`\`\`\n## weather\n\n\`\`\`text\n${wrong.stdout}\`\`\`\n`,
  );
  assert.match(wrong.stdout, /^There is no report “weather”/m);
});
