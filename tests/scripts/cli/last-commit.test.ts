import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { lastCommit } from "../../../scripts/cli/last-commit.ts";
import { EnvironmentFailure } from "../../../scripts/lib/failure.ts";

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

test("an unpacked archive has no last commit", async () => {
  assert.equal(await lastCommit(folder, process.env), undefined);
});

test("the last commit’s time counts, in a folder of the repository too", async () => {
  const root = path.join(folder, "sound", "site");
  await mkdir(root, { recursive: true });
  const author = ["user.name=Editor", "user.email=editor@example.org", "commit.gpgSign=false"];
  const environment = { ...process.env, GIT_COMMITTER_DATE: "1999-10-18T12:00:00+08:00" };
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: path.dirname(root), env: environment });
  git("init", "--quiet");
  git(
    ...author.flatMap((setting) => ["-c", setting]),
    "commit",
    "--quiet",
    "--allow-empty",
    "--message",
    "Twinned",
  );
  assert.equal(await lastCommit(root, process.env), Date.parse("1999-10-18T12:00:00+08:00"));
});

test("a repository that git cannot read is told with git’s own reason", async () => {
  const root = await brokenRepository("broken");
  await assert.rejects(lastCommit(root, process.env), (error) => {
    assert.ok(error instanceof EnvironmentFailure);
    assert.match(error.message, /\(not a git repository[^\n]*\) — .*SOURCE_DATE_EPOCH/);
    return true;
  });
});

test("a repository on a machine without git is told", async () => {
  const root = await brokenRepository("unread");
  await assert.rejects(lastCommit(root, { PATH: folder }), {
    constructor: EnvironmentFailure,
    message: /\(git is not installed\) — .*SOURCE_DATE_EPOCH/,
  });
});
