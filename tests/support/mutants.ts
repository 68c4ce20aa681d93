import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { random } from "../../scripts/lib/lists.ts";
import { formatProblem } from "../../scripts/problems/print.ts";
import type { Problem } from "../../scripts/problems/problem.ts";
import { type InspectedSite, inspectSite } from "../../scripts/site/check.ts";
import { listFiles, projectRoot } from "./files.ts";
import { some } from "./foreign.ts";
import { runCommand, testEpoch } from "./project.ts";
import { noInlineCode } from "./rules/pages.ts";
import { onEachPage, readSite, type Site } from "./site.ts";

/** A changed copy of one file that editors write. */
interface Mutant {
  seed: number;
  /** An article stands as one more article, every other file in its own place. */
  file: string;
  bytes: Buffer;
}

/** The mutant that `seed` makes of one of `originals`, by path; the same on every machine. */
function makeMutant(seed: number, originals: ReadonlyMap<string, Buffer>): Mutant {
  const next = random(seed);
  const files = [...originals.keys()];
  const isArticle = (file: string): boolean => /\/news\/(?!index\.md)/.test(file);
  const wanted = next() < 0.8;
  const candidates = files.filter((file) => isArticle(file) === wanted);
  const file = candidates[Math.floor(next() * candidates.length)] ?? "";
  const original = originals.get(file) ?? Buffer.alloc(0);
  if (!wanted) return { seed, file, bytes: mutate(original, next) };
  // No two pages of one language may have the same title.
  const own = original.toString("utf8").replace(/^(title: )/m, `$1No. ${seed * 7919} `);
  const name = file.replace(/[^/]*$/, `mutant-${seed}.md`);
  return { seed, file: name, bytes: mutate(Buffer.from(own), next) };
}

/** What people and programs leave in YAML and Markdown, and what could do harm there. */
const snippets: string[] = JSON.parse(
  readFileSync(path.join(projectRoot, "tests/fixtures/snippets.json"), "utf8"),
);

/** A copy of `bytes` with one to three changes: of bytes, of lines, of what stands in YAML. */
function mutate(bytes: Buffer, next: () => number): Buffer {
  let mutant = bytes;
  for (let count = 1 + Math.floor(next() * 3); count > 0; count--) mutant = change(mutant, next);
  return mutant;
}

function change(bytes: Buffer, next: () => number): Buffer {
  const pick = (length: number): number => Math.floor(next() * length);
  const at = pick(bytes.length + 1);
  const insert = (what: Buffer, skip = 0): Buffer =>
    Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at + skip)]);
  const snippet = () => snippets[pick(snippets.length)] ?? "";
  const lines = bytes.toString("latin1").split("\n");
  const line = pick(lines.length);
  const written = lines[line] ?? "";
  const ways = [
    () => insert(Buffer.from([pick(256)]), 1),
    () => insert(Buffer.alloc(0), 1 + pick(8)),
    () => insert(Buffer.from(snippet())),
    () => insert(Buffer.from(snippet())),
    () => lines.splice(line, 1),
    () => lines.splice(pick(lines.length), 0, written),
    () => lines.splice(line, 2, `${written}${lines[line + 1] ?? ""}`),
    () => lines.splice(line, 0, snippet().trimEnd()),
    () => lines.splice(line, 1, " ".repeat(1 + pick(4)) + written),
    () =>
      lines.splice(
        line,
        1,
        written.replace(/: .*/, () => `: ${snippet()}`),
      ),
  ];
  const changed = ways[pick(ways.length)]?.();
  return Buffer.isBuffer(changed) ? changed : Buffer.from(lines.join("\n"), "latin1");
}

/** Attributes whose value a browser may follow (HTML standard, list of attributes). */
const followed = /^(?:href|src|action|formaction|poster|data|cite|ping|background|xlink:href)$/;

/** Everything on the pages of `site` by which a text could run a program. */
export function unsafeCode(site: Site): string[] {
  const addresses = onEachPage(site, ({ tags }) =>
    tags.flatMap(({ name, attributes }) =>
      Object.entries(attributes)
        .filter(([attribute, value]) => followed.test(attribute) && isCode(value))
        .map(([attribute, value]) => `<${name} ${attribute}="${value.slice(0, 60)}">`),
    ),
  );
  return [...noInlineCode(site), ...addresses];
}

/** Browsers pass over blanks and control characters in a scheme. */
function isCode(address: string): boolean {
  return /^(?:javascript|vbscript|data):/i.test(address.replace(/[^!-~]/g, ""));
}

/** Asserts that the real command builds the project at `root`, and that no text became a program. */
export async function assertBuilds(root: string, what: string): Promise<void> {
  const { code, stderr } = await runCommand(root, "build");
  assert.equal(code, 0, `${what}: ${stderr.slice(-2000)}`);
  const site = await readSite(path.join(root, "_site"), "https://www.l-s-p.org.uk", "/");
  assert.deepEqual(unsafeCode(site), [], what);
}

/** A file that a test has changed. */
export interface ChangedFile {
  /** From the project's root. */
  file: string;
  bytes: Buffer;
}

/** What the check made of a project. */
export interface Inspection {
  site: InspectedSite;
  errors: Problem[];
}

/**
 * Checks the project at `root` in this process. Asserts that whatever is said is a plain sentence, and
 * that what is said of a changed file stands at a place which the file has.
 */
export async function inspectPlainly(
  root: string,
  changed: readonly ChangedFile[],
): Promise<Inspection> {
  const now = Number(testEpoch) * 1000;
  const site = await inspectSite({ root, origin: undefined, prefix: "/", now, drafts: false });
  const linesOf = new Map(changed.map(({ file, bytes }) => [file, linesIn(bytes)]));
  for (const problem of site.problems) {
    const printed = formatProblem(problem);
    assert.match(printed, /^\S.*:\d+:\d+ {2}\S.* — \S.*[^.\s]$/);
    // What is quoted of the file may be anything.
    assert.doesNotMatch(printed.replace(/`.*`|“.*”/g, ""), /undefined|NaN|\[object|\n/);
    const lines = linesOf.get(problem.path);
    if (lines === undefined) continue;
    const { length } = lines[problem.line - 1] ?? assert.fail(`no such line: ${printed}`);
    assert.ok(problem.column >= 1 && problem.column <= length + 1, `no such column: ${printed}`);
  }
  return { site, errors: site.problems.filter(({ severity }) => severity === "error") };
}

function linesIn(bytes: Buffer): string[] {
  return new TextDecoder().decode(bytes).split(/\r\n?|\n/);
}

/**
 * Makes a mutant of the content at `root` for each of `seeds`, checks them in this process, and builds
 * what was accepted: articles all in one site, of the other files `commands`, one by one. Of the refused
 * ones as many go through the real check.
 *
 * @returns how many were accepted and refused
 */
export async function proveMutants(
  root: string,
  seeds: readonly number[],
  commands: number,
): Promise<{ accepted: number; refused: number }> {
  const originals = await readOriginals(root);
  const mutants = seeds.map((seed) => makeMutant(seed, originals));
  const articles = mutants.filter(({ file }) => !originals.has(file));
  const others = mutants.filter(({ file }) => originals.has(file));
  const lay = ({ file, bytes }: Mutant) => writeFile(path.join(root, file), bytes);
  const takeAway = ({ file }: Mutant) => {
    const original = originals.get(file);
    const target = path.join(root, file);
    return original === undefined ? rm(target) : writeFile(target, original);
  };

  // Articles do not meet each other: one inspection is told what is wrong with each.
  await Promise.all(articles.map(lay));
  const { errors } = await inspectPlainly(root, articles);
  const wrong = new Set(errors.map((error) => error.path));
  const [refused, accepted] = [true, false].map((is) =>
    articles.filter(({ file }) => wrong.has(file) === is),
  ) as [Mutant[], Mutant[]];
  await Promise.all(refused.map(takeAway));
  assert.deepEqual((await inspectPlainly(root, accepted)).errors, []);
  const seen = accepted.map(({ seed }) => seed);
  await assertBuilds(root, `the mutants of seeds ${seen.join(", ")}`);
  await Promise.all(accepted.map(takeAway));

  const sound: Mutant[] = [];
  for (const mutant of others) {
    await lay(mutant);
    const inspection = await inspectPlainly(root, [mutant]).catch((error: Error) => {
      throw new Error(`the mutant of seed ${mutant.seed}, ${mutant.file}: ${error.message}`);
    });
    await takeAway(mutant);
    (inspection.errors.length > 0 ? refused : sound).push(mutant);
  }
  for (const mutant of some(refused, commands)) {
    await lay(mutant);
    const { code, stderr } = await runCommand(root, "check");
    await takeAway(mutant);
    assert.equal(code, 1, `the mutant of seed ${mutant.seed}: ${stderr}`);
    assert.doesNotMatch(stderr, /^ +at /m);
  }
  for (const mutant of some(sound, commands)) {
    await lay(mutant);
    await assertBuilds(root, `the mutant of seed ${mutant.seed}`);
    await takeAway(mutant);
  }
  return { accepted: accepted.length + sound.length, refused: refused.length };
}

/** Everything that editors commit: texts, facts, photographs and their records. */
async function readOriginals(root: string): Promise<Map<string, Buffer>> {
  const files = (await listFiles(root)).filter((file) =>
    /^content\/(?:en|zh)\/.*\.md$|^content\/_data\/.*\.yaml$|^assets\/photos\//.test(file),
  );
  const read = files.map(async (file) => [file, await readFile(path.join(root, file))] as const);
  return new Map(await Promise.all(read));
}
