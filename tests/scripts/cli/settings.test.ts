import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { lastCommit, readClock, readSettings } from "../../../scripts/cli/settings.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { testTable } from "../../support/tables.ts";

const commit = { hash: "0".repeat(40), modified: false, time: 1_790_000_000_000 };
const silent = () => {};

test("a date that comes from SOURCE_DATE_EPOCH is told, so that nobody looks for it in the content", () => {
  const said: string[] = [];
  const now = readClock({ SOURCE_DATE_EPOCH: "0" }, commit, (line) => said.push(line));
  assert.equal(now, 0);
  assert.equal(said.length, 1);
  assert.match(said[0] ?? "", /1970-01-01.*SOURCE_DATE_EPOCH.*unset/);
});

test("the last commit’s time counts, and nothing is said of it", () => {
  assert.equal(readClock({}, commit, assert.fail), commit.time);
});

test("a commit that git cannot read is told with git’s own reason, where its time is needed", () => {
  const unreadable = { unreadable: "git is not installed" };
  assert.throws(() => readClock({}, unreadable, silent), {
    constructor: EnvironmentFailure,
    message: /\(git is not installed\) — .*SOURCE_DATE_EPOCH/,
  });
  assert.equal(readClock({ SOURCE_DATE_EPOCH: "0" }, unreadable, silent), 0);
});

let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "twinning-"));
});

after(() => rm(folder, { recursive: true, force: true }));

/** A folder with a `.git` in which there is nothing. */
async function brokenRepository(name: string): Promise<string> {
  const root = path.join(folder, name);
  await mkdir(path.join(root, ".git"), { recursive: true });
  return root;
}

testTable("settings", {
  refused: async (setting) => {
    const [name = "", value] = setting.split("=");
    const environment = { SOURCE_DATE_EPOCH: "0", [name]: value };
    return readSettings(folder, environment, silent).then(
      () => assert.fail("it was taken"),
      (error) => (error instanceof EnvironmentFailure ? error.message : assert.fail(error)),
    );
  },
});

test("an unpacked archive has no last commit", async () => {
  assert.equal(await lastCommit(folder, process.env), undefined);
});

test("names the commit and its time, and tells a work tree that holds something else", async () => {
  const repository = path.join(folder, "sound");
  const root = path.join(repository, "site");
  await mkdir(root, { recursive: true });
  await writeFile(path.join(root, "page.md"), "committed");
  const author = ["user.name=Editor", "user.email=editor@example.org", "commit.gpgSign=false"];
  const settings = author.flatMap((setting) => ["-c", setting]);
  const git = (...args: string[]) =>
    execFileSync("git", [...settings, ...args], {
      cwd: repository,
      env: { ...process.env, GIT_COMMITTER_DATE: "1999-10-18T12:00:00+08:00" },
      encoding: "utf8",
    });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "Twinned");

  const hash = git("rev-parse", "HEAD").trim();
  const time = Date.parse("1999-10-18T12:00:00+08:00");
  assert.deepEqual(await lastCommit(root, process.env), { hash, time, modified: false });
  await writeFile(path.join(root, "draft.md"), "not committed");
  assert.deepEqual(await lastCommit(root, process.env), { hash, time, modified: true });
  await rm(path.join(root, "draft.md"));
  await writeFile(path.join(root, "page.md"), "changed");
  assert.deepEqual(await lastCommit(root, process.env), { hash, time, modified: true });
});

test("a repository that git cannot read gives git’s own reason", async () => {
  const root = await brokenRepository("broken");
  const commit = await lastCommit(root, process.env);
  assert.match(commit?.unreadable ?? "", /^not a git repository[^\n]*$/);
});

test("a repository on a machine without git gives that as the reason", async () => {
  const root = await brokenRepository("unread");
  const commit = await lastCommit(root, { PATH: folder });
  assert.deepEqual(commit, { unreadable: "git is not installed" });
});
