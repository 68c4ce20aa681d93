import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { copyProject } from "../copy-project.ts";
import { listFiles } from "../list-files.ts";
import { runBuild } from "../run-build.ts";
import { shrinkPhotos } from "../shrink-photos.ts";
import { assertBuilds } from "./assert-builds.ts";
import { inspectPlainly } from "./inspect-plainly.ts";
import { type Mutant, makeMutant } from "./make-mutant.ts";

/**
 * Checks a mutant of the project's own content for each of `seeds`, in this process, and builds what
 * was accepted: the articles together as articles of one site; of the other files `commands`, one by
 * one. Of the refused ones as many go through the real check.
 *
 * @returns how many were accepted and refused
 */
export async function proveMutants(
  seeds: readonly number[],
  commands: number,
): Promise<{ accepted: number; refused: number }> {
  await using project = await copyProject();
  const { root } = project;
  await shrinkPhotos(root);
  const originals = await readOriginals(root);

  const laid = async <T>(mutant: Mutant, look: () => Promise<T>): Promise<T> => {
    const target = path.join(root, mutant.file);
    await writeFile(target, mutant.bytes);
    const seen = await look();
    const original = originals.get(mutant.file);
    await (original === undefined ? rm(target) : writeFile(target, original));
    return seen;
  };

  const articles: Mutant[] = [];
  const others: Mutant[] = [];
  const refused: Mutant[] = [];
  const titles = new Set<string>();
  for (const seed of seeds) {
    const mutant = makeMutant(seed, originals);
    const inspection = laid(mutant, () => inspectPlainly(root, mutant));
    const { site, errors } = await inspection.catch((error: Error) => {
      throw new Error(`the mutant of seed ${seed}, ${mutant.file}: ${error.message}`);
    });
    if (errors.length > 0) refused.push(mutant);
    else if (originals.has(mutant.file)) others.push(mutant);
    else {
      const entry = site.entries.find(({ source }) => source === mutant.file);
      const title = `${entry?.language} ${entry?.title}`;
      // Two mutants that lost their numbers may not stand on one site.
      if (!titles.has(title)) articles.push(mutant);
      titles.add(title);
    }
  }
  for (const mutant of some(refused, commands)) {
    const { code, stderr } = await laid(mutant, () => runBuild(root, { command: "check.ts" }));
    assert.equal(code, 1, `the mutant of seed ${mutant.seed}: ${stderr}`);
    assert.doesNotMatch(stderr, /^ +at /m);
  }
  for (const mutant of some(others, commands)) {
    await laid(mutant, () => assertBuilds(root, `the mutant of seed ${mutant.seed}`));
  }
  for (const { file, bytes } of articles) await writeFile(path.join(root, file), bytes);
  await assertBuilds(root, `the mutants of seeds ${articles.map(({ seed }) => seed).join(", ")}`);
  return { accepted: articles.length + others.length, refused: refused.length };
}

/** Everything that editors commit: texts, facts, photographs and their records. */
async function readOriginals(root: string): Promise<Map<string, Buffer>> {
  const files = (await listFiles(root)).filter((file) =>
    /^content\/(?:en|zh)\/.*\.md$|^content\/_data\/.*\.yaml$|^assets\/photos\//.test(file),
  );
  const read = files.map(async (file) => [file, await readFile(path.join(root, file))] as const);
  return new Map(await Promise.all(read));
}

/** `count` of `all`, evenly spread. */
function some<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
