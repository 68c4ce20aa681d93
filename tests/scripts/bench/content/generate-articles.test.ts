import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { generateArticles } from "../../../../scripts/bench/content/generate-articles.ts";
import { missingArticles } from "../../../../scripts/bench/content/missing-articles.ts";
import { writeArticles } from "../../../../scripts/bench/content/write-articles.ts";
import { copyProject } from "../../../support/copy-project.ts";
import { runBuild } from "../../../support/run-build.ts";
import { shrinkPhotos } from "../../../support/shrink-photos.ts";

test("the same articles every time, in the order of their dates, no two alike", () => {
  const articles = generateArticles(300);
  assert.deepEqual(generateArticles(300), articles);
  assert.equal(new Set(articles.map(({ title }) => title)).size, 300);
  const dates = articles.map(({ date }) => date);
  assert.deepEqual([...dates].sort(), dates);
});

test("this project takes them as they are, and what is missing is seen", async () => {
  await using project = await copyProject();
  await shrinkPhotos(project.root);
  // More than are rendered at once, so that the site’s own pages stand in two batches.
  const articles = generateArticles(520);
  const output = path.join(project.root, "_site");
  await writeArticles(path.join(project.root, "content/en/news"), articles);
  assert.equal(await missingArticles(output, articles), "0 of 520 articles have their page");
  const { code, stderr } = await runBuild(project.root, { args: ["--pages"] });
  assert.deepEqual([code, stderr], [0, ""]);
  assert.equal(await missingArticles(output, articles), undefined);
  const last = await readFile(path.join(output, "zh/news/shanghais-riverfront/index.html"), "utf8");
  assert.match(last, /<picture/);
  const { title, name } = articles[7] ?? { title: "", name: "" };
  const html = await readFile(path.join(output, `news/${name}/index.html`), "utf8");
  assert.ok(html.includes(title));
  assert.match(
    (await missingArticles(output, [
      ...articles,
      { ...articles[0], title: "Another" } as (typeof articles)[0],
    ])) ?? "",
    /^520 of 521/,
  );
});
