import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { contentFile } from "../scripts/content/entry.ts";
import { readEntry } from "../scripts/content/front-matter.ts";
import { formatProblem } from "../scripts/problems/print.ts";
import { listFiles, projectRoot } from "./support/files.ts";

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync("package-lock.json", "utf8"),
);
const paths = Object.keys(lock.packages);

test("the lockfile holds the binaries of every platform, so that `npm ci` works on each", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => !paths.some((locked) => locked.endsWith(`node_modules/${name}`)))
      .map((name) => `${path} → ${name}`),
  );

  assert.deepEqual(missing, []);
});

test("the lockfile names no registry host", () => {
  assert.deepEqual(
    paths.filter((path) => lock.packages[path]?.resolved !== undefined),
    [],
  );
});

async function read(name: string) {
  const text = await readFile(path.join(projectRoot, ".vscode", name), "utf8");
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ""));
}

test("every schema is there and wired to files that are there, and none is left out", async () => {
  const wired: Record<string, string | string[]> = (await read("settings.json"))["yaml.schemas"];
  const schemas = await listFiles(path.join(projectRoot, ".vscode/schemas"));
  assert.deepEqual(
    Object.keys(wired).sort(),
    schemas.map((file) => `.vscode/schemas/${file}`),
  );
  const files = [
    ...(await listFiles(path.join(projectRoot, "content"))).map((file) => `content/${file}`),
    ...(await listFiles(path.join(projectRoot, "assets"))).map((file) => `assets/${file}`),
  ];
  for (const glob of Object.values(wired).flat()) {
    const form = glob.replace(/[.]/g, "\\.").replaceAll("*", "[^/]*");
    assert.ok(
      files.some((file) => new RegExp(`^${form}$`).test(file)),
      glob,
    );
  }
});

test("the task finds file, line, column, severity and sentence in what the check prints", async () => {
  const { tasks } = await read("tasks.json");
  const check = tasks.find(({ label }: { label: string }) => label === "check");
  const { regexp, ...groups } = check.problemMatcher.pattern;
  const problem = {
    rule: "link-misspelt",
    path: "content/en/Culture Day.md",
    line: 12,
    column: 5,
    message: "the link `a:1:2` leads to no page",
    remedy: "did you mean `b.md`?",
  };
  for (const severity of ["error", "warning"] as const) {
    const match = new RegExp(regexp).exec(formatProblem({ ...problem, severity }));
    const found = Object.entries<number>(groups).map(([name, group]) => [name, match?.[group]]);
    assert.deepEqual(Object.fromEntries(found), {
      file: problem.path,
      line: "12",
      column: "5",
      // Without one, the task's own severity holds, which is an error.
      severity: severity === "warning" ? "warning" : undefined,
      message: `${problem.message} — ${problem.remedy}`,
    });
  }
  assert.equal(check.problemMatcher.severity, "error");
});

test("every script that a task runs is there", async () => {
  const { scripts } = JSON.parse(await readFile(path.join(projectRoot, "package.json"), "utf8"));
  const { tasks } = await read("tasks.json");
  for (const { script, command } of tasks) {
    const name = script ?? /^npm run (\S+)/.exec(command)?.[1];
    assert.ok(Object.hasOwn(scripts, name), name);
  }
});

test("a snippet left as it comes is a draft that the check accepts", async () => {
  const snippets = await read("content.code-snippets");
  for (const [name, key] of [
    ["Article", "news/x"],
    ["Event", "events/x"],
    ["Page", "x"],
  ] as const) {
    const text = expanded(snippets[name].body);
    const { entry, body, problems } = readEntry(
      contentFile(`content/en/${key}.md`, "en", key),
      text,
    );
    assert.deepEqual(problems, []);
    assert.equal(entry?.draft, true);
    assert.equal(body, "\nThe first paragraph.");
  }
  assert.equal(expanded(snippets.Photograph.body), "![](../../../assets/photos/huangpu-river.jpg)");
});

/** A snippet as VS Code puts it in, every stop left at what it offers. */
function expanded(body: readonly string[]): string {
  return body
    .join("\n")
    .replaceAll("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-12-01")
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$\{\d+\}/g, "");
}
