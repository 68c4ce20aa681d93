import assert from "node:assert/strict";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { groupBy } from "../../../scripts/lib/lists.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import type { Problem } from "../../../scripts/problems/problem.ts";
import { applyEdits, editsOf, fileOfRemedy, newPath } from "../../../scripts/problems/remedies.ts";
import { inspectSite } from "../../../scripts/site/check.ts";
import { casesClock, layCase, readCases } from "../../support/cases.ts";
import { makeSite } from "../content/make-site.ts";

async function inspect(root: string): Promise<Problem[]> {
  const settings = { root, origin: undefined, prefix: "/", now: casesClock, drafts: false };
  const { problems, translations } = await inspectSite(settings);
  return [...problems, ...translations];
}

/** Follows the remedies of `problems`, all of one file, word for word. Whether they say what to do. */
async function follow(root: string, file: string, problems: readonly Problem[]): Promise<boolean> {
  const to = problems.map(newPath)[0];
  if (to !== undefined) {
    await rename(path.join(root, file), path.join(root, to));
    return true;
  }
  const written = await readFile(path.join(root, file), "utf8").catch(() => "");
  const before = written.replaceAll("\r\n", "\n");
  const edits = problems.map((problem) => editsOf(problem, before));
  if (edits.includes(undefined)) return false;
  const after = applyEdits(
    before,
    edits.flatMap((all) => all ?? []),
  );
  assertSameMeaning(before, after, problems);
  await writeFile(path.join(root, file), after);
  return true;
}

/** No word is gone but what the remedy names or takes away; moments and addresses are the same. */
function assertSameMeaning(before: string, after: string, problems: readonly Problem[]): void {
  for (const { message, remedy } of problems) {
    const quoted = Array.from(
      `${message} ${remedy}`.matchAll(/`(?:\w+: )?(.+?)`/g),
      ([, it]) => `${it}`,
    );
    const addresses = quoted.filter((it) => /^https?:\/\/./.test(it)).map((it) => new URL(it).href);
    const moments = quoted.filter((it) => /\d:\d\d.*[+-]\d\d:?\d\d$/.test(it)).map(Date.parse);
    assert.ok(new Set(addresses).size <= 1, `${addresses}`);
    assert.ok(new Set(moments).size <= 1, `${moments}`);
  }
  if (problems.some(({ remedy }) => /^(?:delete|take)|, or delete| replace this/.test(remedy)))
    return;
  const left = wordsOf(after).join("");
  const named = wordsOf(problems.map(({ message, remedy }) => `${message} ${remedy}`).join(" "));
  const lost = wordsOf(before).filter((word) => !left.includes(word) && !named.includes(word));
  assert.deepEqual(lost, []);
}

/** In other forms the same: `%20` and a blank, full width and half, 03 and 3. */
function wordsOf(text: string): string[] {
  const plain = text.replaceAll("%20", " ").normalize("NFKC").toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^0+(?=\d)/, ""));
}

for (const { name, rule, files, answer } of await readCases()) {
  test(`${name}: its remedy, followed word for word, is accepted`, async () => {
    const { root, remove } = await makeSite({});
    try {
      await layCase(files, root);
      const told = await inspect(root);
      const own = told.filter((problem) => problem.rule === rule);
      if (answer) await layCase(answer, root);
      else {
        for (const [file, problems] of groupBy(own, fileOfRemedy)) {
          const said = await follow(root, file, problems);
          assert.ok(
            said || name !== rule,
            `neither a way to follow nor an answer: ${problems.map(formatProblem)}`,
          );
          // Another way to break a rule, of which the smallest case holds the answer.
          if (!said) return;
        }
      }
      const rules = new Set(told.map((problem) => problem.rule));
      const isNew = (problem: Problem) => problem.severity === "error" && !rules.has(problem.rule);
      const after = await inspect(root);
      assert.deepEqual(
        after.filter((problem) => problem.rule === rule || isNew(problem)).map(formatProblem),
        [],
      );
    } finally {
      await remove();
    }
  });
}
