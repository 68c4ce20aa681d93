import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { copyProject } from "../../support/copy-project.ts";
import { runBuild } from "../../support/run-build.ts";

test("a misspelt name in a template stops the build with the template and the page", async () => {
  await using project = await copyProject();
  const layout = path.join(project.root, "templates/layouts/contact.njk");
  const text = await readFile(layout, "utf8");
  await writeFile(layout, text.replace("{% block after %}", "{% block after %}{{ entry.tilte }}"));
  const { code, stderr } = await runBuild(project.root);
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^templates\/layouts\/contact\.njk:\d+:\d+ {2}the template failed on content\/(en|zh)\/contact\.md: attempted to output null or undefined value — /m,
  );
  assert.doesNotMatch(stderr, /^\s+at /m);
});

test("a stylesheet that is no CSS stops the build with its name", async () => {
  await using project = await copyProject();
  await writeFile(path.join(project.root, "assets/styles/footer.css"), ".a { color: }} b {");
  const { code, stderr } = await runBuild(project.root);
  assert.equal(code, 1);
  assert.match(stderr, /^assets\/styles\/footer\.css:1:\d+ {2}.* — /m);
});
