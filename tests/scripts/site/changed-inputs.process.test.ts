import assert from "node:assert/strict";
import { cp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { folderDigest, projectRoot } from "../../support/files.ts";
import { type BuiltProject, builtProject, fileWith, runCommand } from "../../support/project.ts";

/** Built again and again, with what it keeps; and beside it always from nothing. */
let warm: BuiltProject;
let clean: BuiltProject;
let site: Record<string, string>;

before(async () => {
  warm = await builtProject();
  clean = await builtProject();
  site = warm.site;
});

after(async () => {
  await warm[Symbol.asyncDispose]();
  await clean[Symbol.asyncDispose]();
});

async function build({ root }: BuiltProject): Promise<Record<string, string>> {
  const { code, stderr } = await runCommand(root, "build");
  assert.equal(code, 0, stderr);
  return folderDigest(path.join(root, "_site"));
}

/**
 * Makes the clean project that of the warm one, without anything built. Photographs and cards stay in
 * its cache, where they are kept by their own bytes.
 */
async function copyInputs(): Promise<void> {
  const kept = ["code", "photos"];
  for (const part of await readdir(clean.root)) {
    if (part !== ".cache") await rm(path.join(clean.root, part), { recursive: true });
  }
  for (const part of await readdir(path.join(clean.root, ".cache"))) {
    if (!kept.includes(part)) await rm(path.join(clean.root, ".cache", part), { recursive: true });
  }
  for (const part of await readdir(warm.root)) {
    if (part === ".cache" || part.startsWith("_site")) continue;
    const copy = path.join(clean.root, part);
    await cp(path.join(warm.root, part), copy, { recursive: true, verbatimSymlinks: true });
  }
}

/** Edits a file of the warm project, which must change by it. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
  const place = path.join(warm.root, file);
  const text = await readFile(place, "utf8");
  assert.notEqual(change(text), text, file);
  await writeFile(place, change(text));
}

const replace = (file: string, what: string | RegExp, by: string) =>
  edit(file, (text) => text.replace(what, by));

/** A dependency of its own version and doing, in the place of the one that all projects share. */
async function replaceDependency(): Promise<void> {
  const shared = path.join(projectRoot, "node_modules");
  const own = path.join(warm.root, "node_modules");
  await rm(own);
  await cp(path.join(shared, "markdown-it"), path.join(own, "markdown-it"), { recursive: true });
  for (const name of await readdir(shared)) {
    if (name !== "markdown-it") await symlink(path.join(shared, name), path.join(own, name));
  }
  await rm(path.join(own, ".package-lock.json"));
  await cp(path.join(shared, ".package-lock.json"), path.join(own, ".package-lock.json"));
  const lock = /("node_modules\/markdown-it": \{\s+"version": ")[^"]+/;
  await replace("node_modules/.package-lock.json", lock, "$199.0.0");
  await replace(
    "node_modules/markdown-it/dist/markdown-it.mjs",
    "return escapeHtml(tokens[idx].content);\n};\ndefault_rules.html_block",
    "return escapeHtml(tokens[idx].content) + '!';\n};\ndefault_rules.html_block",
  );
}

/** What one process cannot change of itself; `edits.process.test.ts` edits the rest. */
const changes = [
  {
    what: "the configuration",
    make: () =>
      replace(
        "eleventy.config.ts",
        "    // What Markdown means.",
        '    config.addTransform("mark", (html) => html.replace("</main>", "<p>Marked</p></main>"));\n$&',
      ),
  },
  {
    what: "the code",
    make: async () => {
      const text = "removeComments: true";
      const file = await fileWith(path.join(warm.root, "scripts"), `  ${text}`);
      await replace(path.relative(warm.root, file), text, "collapseWhitespace: false");
    },
  },
  { what: "the version of a dependency", make: replaceDependency },
];

for (const { what, make } of changes) {
  test(`after a change of ${what}, a warm build makes what a build from nothing makes`, async () => {
    await make();
    await copyInputs();
    const [changed, fromNothing] = await Promise.all([build(warm), build(clean)]);
    assert.deepEqual(changed, fromNothing);
    assert.notDeepEqual(changed, site, "nothing of the change is seen");
    site = changed;
  });
}
