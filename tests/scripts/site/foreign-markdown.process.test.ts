import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { copyProject } from "../../support/copy-project.ts";
import { assertBuilds } from "../../support/mutants/assert-builds.ts";
import { foreignTexts } from "../../support/mutants/foreign-texts.ts";
import { inspectPlainly } from "../../support/mutants/inspect-plainly.ts";
import { unsafeCode } from "../../support/mutants/unsafe-code.ts";
import { shrinkPhotos } from "../../support/shrink-photos.ts";
import { siteOfPages } from "../../support/site/site-of-pages.ts";
import { render } from "../markdown/render.ts";

const texts = await foreignTexts(200);

/** Front matter takes the first lines of every file. */
const head = (number: number) =>
  `---\ntitle: Foreign ${number}\nsummary: S\ndate: 2025-01-01\n---\n`;
const headLines = 5;

test("200 foreign texts are accepted, or are once the lines that the check names are gone; and they build", async (t) => {
  await using project = await copyProject();
  await shrinkPhotos(project.root);
  const sound: { target: string; bytes: Buffer }[] = [];
  let atOnce = 0;
  for (const [number, { file: foreign, text }] of texts.entries()) {
    const file = `content/en/news/foreign-${number}.md`;
    const target = path.join(project.root, file);
    let lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
    for (let round = 0; ; round++) {
      const bytes = Buffer.from(head(number) + lines.join("\n"));
      await writeFile(target, bytes);
      const { errors } = await inspectPlainly(project.root, { file, bytes });
      if (errors.length === 0) {
        sound.push({ target, bytes });
        if (round === 0) atOnce++;
        break;
      }
      const named = new Set(errors.map(({ line }) => line - headLines - 1));
      assert.ok(Math.min(...named) >= 0, `${foreign}: ${errors[0]?.message}`);
      lines = lines.filter((_, index) => !named.has(index));
    }
    await rm(target);
  }
  t.diagnostic(`${atOnce} accepted at once`);
  for (const { target, bytes } of sound) await writeFile(target, bytes);
  await assertBuilds(project.root, "foreign texts");
});

test("no foreign text becomes a program, even if nobody had checked it", () => {
  const pages = texts.map(({ file, text }) => [`/${file}`, render(text)] as const);
  assert.deepEqual(unsafeCode(siteOfPages(new Map(pages))), []);
});
