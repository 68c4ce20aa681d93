import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { random } from "../../../scripts/lib/lists.ts";
import { copyProject } from "../../support/copy-project.ts";
import { projectRoot } from "../../support/project-root.ts";
import { runBuild } from "../../support/run-build.ts";
import { shrinkPhotos } from "../../support/shrink-photos.ts";

/** What the checks let through, and what ends something in one of the formats of the outputs. */
const pieces = [
  "Arts & Culture, AT&T, &amp; and &copy without an end",
  "</script><script>alert(1)</script><!-- “quoted” \"straight\" 'single' `ticks`",
  "]]> <![CDATA[ </title></style></textarea> <?xml?> <!DOCTYPE x>",
  "🏮🚢 👩‍👩‍👧‍👦 🇬🇧🇨🇳 and nothing but signs 👍🏽",
  "שלום ליברפול مرحبا شانغهاي mixed with 上海",
  "zero\u200bwidth\u200dand\u2060joined\u00adwords\u00a0here é\u0301̈̈̈",
  '\\u003c \\n \\" \\ ;,:=^ %3Cb%3E',
  "上".repeat(120),
  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(2),
];

const next = random(7);
const some = (): string => {
  const piece = [...(pieces[Math.floor(next() * pieces.length)] ?? "")];
  return piece.slice(Math.floor(next() * piece.length)).join("");
};

/** The pieces, and what comes of joining their ends; the same on every run. */
const texts = [...pieces, ...Array.from({ length: 12 }, () => `${some()}${some()}${some()}`)];

/** The longest that a summary may be. */
const summaries = [...texts.map((text) => `${text} ${text}`), "利物浦、上海——“海”".repeat(30)];

/** As long as it may be, and no half of a surrogate pair at its end. */
const cut = (text: string, length: number) =>
  text
    .replace(/ +/g, " ")
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "");

const article = (language: string, index: number) =>
  [
    "---",
    `title: ${JSON.stringify(cut(`${index} ${texts[index % texts.length]}`, 120))}`,
    `summary: ${JSON.stringify(cut(`${language} ${summaries[index]}`, 300))}`,
    `date: 2025-01-${String(index + 1).padStart(2, "0")}`,
    ...(index % 3 === 0 ? ["photo: ../../../assets/photos/albert-dock.jpg"] : []),
    "---",
    "",
    "Words.",
    "",
  ].join("\n");

test("whatever titles and summaries hold, below a base path too, every rule of the built site holds", async () => {
  await using project = await copyProject();
  await shrinkPhotos(project.root);
  for (const language of ["en", "zh"]) {
    for (const index of summaries.keys()) {
      const file = path.join(project.root, `content/${language}/news/hostile-${index}.md`);
      await writeFile(file, article(language, index));
    }
  }
  const settings = { SITE_ORIGIN: "https://cities.example", PATH_PREFIX: "/twinning/" };
  const { code, stderr } = await runBuild(project.root, { environment: settings });
  assert.equal(code, 0, stderr);

  const folder = path.join(projectRoot, "tests/site");
  const rules = (await readdir(folder)).filter((name) => name.endsWith(".test.ts"));
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--test", ...rules.map((name) => `${folder}/${name}`)],
    {
      cwd: projectRoot,
      encoding: "utf8",
      env: {
        ...process.env,
        ...settings,
        SITE_FOLDER: path.join(project.root, "_site"),
        // Else node:test runs nothing, taking itself for a test of this one.
        NODE_TEST_CONTEXT: undefined,
      },
    },
  );
  assert.equal(status, 0, stdout);
});
