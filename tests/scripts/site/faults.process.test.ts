import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before, describe } from "node:test";
import { apart, assertOneSentence, assertSound, damage } from "../../support/faults.ts";
import { folderDigest, projectRoot } from "../../support/files.ts";
import {
  type BuiltProject,
  builtProject,
  type CommandOptions,
  type CommandResult,
  runCommand,
} from "../../support/project.ts";

let project: BuiltProject;
const build = (options?: CommandOptions) => runCommand(project.root, "build", options);
const isSound = (result: CommandResult, expected: "built" | RegExp) =>
  assertSound(project, result, expected);

before(async () => {
  project = await builtProject();
});

after(() => project[Symbol.asyncDispose]());

describe("a disk", () => {
  let scratch: string;
  before(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), "faults-"));
  });
  after(() => rm(scratch, { recursive: true }));

  // From the first file to the last photograph; the cache is on the same disk, filled or empty.
  for (const [left, cache] of [
    [0, "full"],
    [40, "full"],
    [90, "full"],
    [10, "empty"],
  ] as const) {
    test(`with room for ${left} % of what is to be written, with ${cache === "full" ? "a" : "no"} cache, leaves the site whole`, async () => {
      const disk = await mkdtemp(path.join(scratch, "disk-"));
      const result = await mkdtemp(path.join(scratch, "result-"));
      // Made small once the project is on it; what is left there is brought out at the end.
      const within = apart(
        "--mount",
        `mount -t tmpfs tmpfs "${disk}"
        cp -a "${project.root}/." "${disk}"
        cd "${disk}"
        ${cache === "empty" ? "rm -r .cache" : ""}
        used=$(df --output=used -k . | tail -n 1)
        need=$(du -sk _site | cut -f 1)
        # Another site, none of whose files can be taken for the new one.
        find _site -type f -exec truncate -s +1 {} +
        cp -a _site "${result}/before"
        mount -o remount,size=$((used + need * ${left} / 100))k "${disk}"
        code=0; "$@" || code=$?
        cp -a _site* "${result}"
        exit $code`,
      );
      const ended = await runCommand(disk, "build", { within });
      assertOneSentence(ended, /(?:^T|: t)he disk is full/);
      assert.deepEqual(await readdir(result), ["_site", "before"]);
      const [after, before] = ["_site", "before"].map((name) => path.join(result, name));
      assert.deepEqual(await folderDigest(String(after)), await folderDigest(String(before)));
    });
  }

  /** A shell script that mounts `folder` of the project upon itself, read-only. */
  const readOnly = (folder: string) => {
    const place = `"${path.join(project.root, folder)}"`;
    // Without what it knows of the site before, a build has to write a whole one.
    return `cd "${project.root}"; rm -f .cache/written/_site/live.json; mount --bind ${place} ${place}; mount -o remount,bind,ro ${place}; cd "${project.root}"`;
  };

  for (const [what, folder, sentence] of [
    ["a project", ".", /^Cannot use .+: the folder is read-only/],
    // A site on a disk of its own cannot be swapped.
    ["a site", "_site", /_site: .*(?:mount|disk) of its own/],
    ["a cache", ".cache", /\.cache\/.*: the folder is read-only/],
  ] as const) {
    test(`of its own that cannot be written to, for ${what}, is told in one sentence`, async () => {
      await isSound(await build({ within: apart("--mount", readOnly(folder)) }), sentence);
    });
  }
});

describe("a host", () => {
  const preload = (name: string) => [
    "--import",
    path.join(projectRoot, "tests/fixtures/faults", `${name}.mjs`),
  ];
  const nowhere = () => path.join(project.root, "no-such-folder");

  /** None of them keeps a build from making the same bytes as anywhere else. */
  const hosts: Readonly<Record<string, () => CommandOptions>> = {
    "without a network": () => ({ within: apart("--net") }),
    "whose clock stands in 1970": () => ({ node: preload("clock-in-1970") }),
    "whose Node knows no language": () => ({ node: preload("no-locale-data") }),
    "of another language and zone, from another folder": () => ({
      cwd: "/",
      environment: { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" },
    }),
    "whose language, zone and language data are not there": () => ({
      environment: {
        LC_ALL: "xx_XX.none",
        LANG: "xx",
        TZ: "Nowhere/None",
        NODE_ICU_DATA: nowhere(),
      },
    }),
    "without a home, a user or a folder for temporary files": () => ({
      environment: { HOME: undefined, USER: undefined, LOGNAME: undefined, TMPDIR: nowhere() },
    }),
  };

  for (const [name, options] of Object.entries(hosts)) {
    test(`${name} makes the same bytes`, async () => {
      // Rendered anew: what is kept would hide what the host does to it.
      await rm(path.join(project.root, ".cache/pages"), { recursive: true, force: true });
      await rm(path.join(project.root, ".cache/results"), { recursive: true, force: true });
      await isSound(await build(options()), "built");
    });
  }

  test("as of 1970 has no news that are due, and links to them are told", async () => {
    const environment = { SOURCE_DATE_EPOCH: "0" };
    const { code, stderr } = await build({ environment });
    assert.equal(code, 1);
    assert.match(stderr, /news\/\S+, which is not published yet — /);
    assert.deepEqual(await folderDigest(path.join(project.root, "_site")), project.site);
  });

  test("as of 1970 builds a site without such links, each time alike", async (t) => {
    const environment = { SOURCE_DATE_EPOCH: "0" };
    for (const language of ["en", "zh"]) {
      const about = path.join(project.root, "content", language, "about.md");
      const text = await readFile(about, "utf8");
      await writeFile(about, text.replace(/\[([^\]]*)\]\(news\/[^)]*\)/g, "$1"));
      t.after(() => writeFile(about, text));
    }
    const live = path.join(project.root, "_site");
    const built = async () => {
      const { code, stderr } = await build({ environment });
      assert.equal(code, 0, stderr);
      return folderDigest(live);
    };
    assert.deepEqual(await built(), await built());
    const record = JSON.parse(await readFile(path.join(live, "build.json"), "utf8"));
    assert.equal(record.sourceDateEpoch, 0);
  });
});

describe("a cache", () => {
  /** The cache and its folders as a build leaves them, absolute. */
  let cache: string;
  let folders: string[];

  before(async () => {
    await isSound(await build(), "built");
    cache = path.join(project.root, ".cache");
    folders = await placed(true);
  });

  async function placed(folder: boolean): Promise<string[]> {
    const entries = await readdir(cache, { recursive: true, withFileTypes: true });
    // The spare site has a test of its own.
    const spare = path.join(cache, "written/_site/spare");
    return entries
      .filter((entry) => entry.isDirectory() === folder && !entry.parentPath.startsWith(spare))
      .map((entry) => path.join(entry.parentPath, entry.name));
  }

  test("in which every file is spoilt, each in one of five ways, changes no byte", async () => {
    const files = await placed(false);
    assert.ok(files.length > 20, "there is a cache to spoil");
    await damage(files);
    await isSound(await build(), "built");
    // What was spoilt was made again, once.
    assert.match((await build()).stdout, / 0 made/);
  });

  test("takes files of others in every folder for none of its own", async () => {
    const key = "0".repeat(64);
    for (const folder of [cache, ...folders]) {
      for (const name of ["notes.txt", key, `${key}.${key}`, `${key}.0123456789abcdef.tmp`]) {
        await writeFile(path.join(folder, name), "another’s");
      }
      await mkdir(path.join(folder, `${"1".repeat(64)}.${key}`));
    }
    await isSound(await build(), "built");
  });

  test("is named where a file stands in the place of it, or of any of its folders", async () => {
    // Nobody asks for some of them: for cuts of fonts as long as all fonts are there.
    const needed = [];
    for (const folder of [cache, ...folders]) {
      await rename(folder, `${folder}.kept`);
      await writeFile(folder, "");
      const result = await build();
      const named = new RegExp(`^Cannot use ${folder}: a file stands where a folder must be`);
      await isSound(result, result.code === 0 ? "built" : named);
      if (result.code !== 0) needed.push(folder);
      await rm(folder);
      await rename(`${folder}.kept`, folder);
    }
    assert.ok(needed.length > 3);
  });

  test("passes over folders in the place of its files, or names one", async () => {
    for (const file of await placed(false)) {
      await rm(file);
      await mkdir(file);
    }
    const result = await build();
    const named = /^Cannot use \S+: a folder stands where a file must be/;
    await isSound(result, result.code === 0 ? "built" : named);
  });
});
