import { existsSync, rmSync } from "node:fs";
import { cp, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { launchBrowser } from "../browser/browser.ts";
import { ifThere } from "../lib/files.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { freePort } from "../servers/servers.ts";
import { type Article, generateArticles, writeArticles, writePhotographs } from "./generate.ts";
import {
  type Command,
  type Measurement,
  measure,
  prepareProgram,
  removeAll,
  startChild,
} from "./measure.ts";
import { formatTable } from "./pages.ts";
import { setUpPeer } from "./peers.ts";

/** What a run of the bench is told. */
interface BenchOptions {
  /** The project's folder. */
  root: string;
  /** The clock of all builds, `SOURCE_DATE_EPOCH`. */
  epoch: string;
  /** Fewer and smaller cases: the whole bench in two minutes. */
  quick: boolean;
  /** Says where the bench stands. */
  say: (line: string) => void;
}

interface Bench extends BenchOptions {
  /** An empty folder for everything that is made. */
  scratch: string;
}

/** One line of the table: who did what, at which cost; the medians of all turns. */
interface Row extends Partial<Measurement> {
  case: string;
  who: string;
  wall: number;
}

const us = "this project";

/** What can be measured, in the table's order: `npm run bench -- scale`. */
export const groups = { site, scale, photos, preview };

/** One of those who do the same work in a case. */
export interface Competitor {
  name: string;
  command: Command;
  /** Brings everything into the state that the case is about, before each turn; not measured. */
  prepare?: () => Promise<void>;
  /** After each turn: what is missing from what should have been made; undefined if all is there. */
  fault?: () => Promise<string | undefined>;
}

/**
 * Measures groups of cases one after the other, in a temporary folder that is removed at the end, however
 * this process ends.
 *
 * @returns the table of the README
 * @throws EnvironmentFailure when something cannot be measured
 */
export async function runBench(
  names: readonly (keyof typeof groups)[],
  options: BenchOptions,
): Promise<string> {
  prepareProgram("time", options.say);
  const scratch = await mkdtemp(path.join(tmpdir(), "bench-"));
  const remove = (): void =>
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.once("exit", remove);
  try {
    const rows: Row[] = [];
    for (const name of names) rows.push(...(await groups[name]({ ...options, scratch })));
    return report(rows);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/**
 * Runs the competitors of a case in turns, A B C A B C, so that what changes on the machine meanwhile
 * meets all of them alike, and measures each run.
 *
 * @throws EnvironmentFailure with its last lines when one of them fails or leaves work undone
 */
export async function compare(
  what: string,
  competitors: readonly Competitor[],
  turns: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const runs = competitors.map((competitor) => ({ competitor, measured: [] as Measurement[] }));
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const { competitor, measured } of runs) {
      const { name, command, prepare, fault } = competitor;
      await prepare?.();
      const measurement = await measure(name, command);
      const wrong = await fault?.();
      if (wrong) throw new EnvironmentFailure(`${name} did not do its work: ${wrong}`);
      measured.push(measurement);
      say(`${what}: ${name}, turn ${turn} of ${turns}: ${measurement.wall.toFixed(2)} s`);
    }
  }
  return runs.map(({ competitor, measured }) => ({
    case: what,
    who: competitor.name,
    wall: median(measured.map(({ wall }) => wall)),
    cpu: median(measured.map(({ cpu }) => cpu)),
    memory: median(measured.map(({ memory }) => memory)),
  }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[(sorted.length - 1) >> 1],
    sorted[sorted.length >> 1],
  ];
  return (low + high) / 2;
}

/** This site as it is, everything it consists of: without any cache, and with all of them. */
async function site(bench: Bench): Promise<Row[]> {
  const { folder, command } = await projectWith(bench, 0);
  const ours = { name: us, command: command("build") };
  const cold = { ...ours, prepare: () => removeAll(folder, ".cache", "_site") };
  return [
    ...(await compare("This site, cold", [cold], 1, bench.say)),
    // The second build after a cold one is the first that finds every cache filled.
    ...(await compare("This site, warm", [ours], bench.quick ? 3 : 6, bench.say)),
  ];
}

/** Generated articles in two numbers, beside the peers: pages, lists, feeds and sitemap. */
async function scale(bench: Bench): Promise<Row[]> {
  const { quick, root, scratch, say } = bench;
  const peers: Awaited<ReturnType<typeof setUpPeer>>[] = [];
  for (const name of ["Hugo", "Eleventy"]) {
    peers.push(await setUpPeer(name, root, path.join(scratch, name), say));
    say(peers.at(-1)?.described ?? "");
  }
  const rows: Row[] = [];
  for (const count of quick ? [300] : [1000, 10_000]) {
    const what = `${count.toLocaleString("en-GB")} articles`;
    const turns = quick || count === 1000 ? 1 : 2;
    const articles = generateArticles(count);
    const { folder, news, command } = await projectWith(bench, count);
    const output = path.join(folder, "_site");
    const ours: Competitor = {
      name: us,
      command: command("build", "--pages"),
      fault: () => missingArticles(output, articles),
    };
    for (const peer of peers) await peer.take(articles);
    const theirs = peers.map(({ name, build, clear, output }) => ({
      name,
      command: build,
      prepare: clear,
      fault: () => missingArticles(output, articles),
    }));
    const cold = { ...ours, prepare: () => removeAll(folder, ".cache", "_site") };
    rows.push(...(await compare(`${what}, cold`, [cold, ...theirs], turns, say)));
    rows.push(...(await compare(`${what}, warm`, [ours], turns + 1, say)));
    const edited = path.join(news, `${articles[count >> 1]?.name}.md`);
    const changed = { ...ours, prepare: () => addSentence(edited, `At ${performance.now()} ms.`) };
    rows.push(...(await compare(`${what}, one changed`, [changed], turns, say)));
  }
  return rows;
}

/** Photographs of 12 megapixels, in a quick run two of 2, through our pipeline and a bare loop over sharp. */
async function photos(bench: Bench): Promise<Row[]> {
  const { root, scratch, quick, say } = bench;
  const [few, many, width] = quick ? [1, 2, 1600] : [12, 48, 4000];
  const folder = path.join(scratch, "photographs");
  const inFolder = path.join(folder, "assets/photos");
  const from = ["albert-dock", "huangpu-river"].map((name) => `${root}/assets/photos/${name}.jpg`);
  const node = (...args: string[]): Command => ({ file: process.execPath, args, cwd: root });
  const pipeline = path.join(import.meta.dirname, "photographs.ts");
  const typescript = path.join(root, "scripts/typescript.mjs");
  const ours = (what: string): Competitor => ({
    name: us,
    command: node("--import", typescript, pipeline, folder, what),
  });
  const cold: Competitor = {
    ...ours("make"),
    prepare: () => removeAll(folder, "out", ".cache/photos/renditions", ".cache/photos/measures"),
  };
  const loop: Competitor = {
    name: "bare sharp loop",
    command: node(path.join(root, "tests/fixtures/peers/sharp-loop.mjs"), `${folder}/job.json`),
    prepare: () => removeAll(folder, "others"),
  };
  await writePhotographs(inFolder, from, { first: 1, last: few, width });
  // What qualities are found is timed by itself, and known to both afterwards.
  const search = `${few} photographs, search for qualities`;
  const rows = await compare(search, [ours("find")], 1, say);
  rows.push(...(await compare(`${few} photographs, cold`, [cold], 1, say)));
  await writePhotographs(inFolder, from, { first: few + 1, last: many, width });
  await measure(us, ours("find").command);
  rows.push(...(await compare(`${many} photographs, cold`, [cold, loop], 1, say)));
  rows.push(...(await compare(`${many} photographs, warm`, [ours("make")], quick ? 1 : 3, say)));
  return rows;
}

/** From the saved file to the text in a browser. */
async function preview(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of bench.quick ? [0] : [0, 10_000]) {
    const what = count === 0 ? "An edit, this site" : "An edit, 10,000 articles";
    const article = count === 0 ? "culture-day" : "article-00042";
    const { news, command } = await projectWith(bench, count);
    const port = String(await freePort());
    const { env, ...rest } = command("preview");
    using child = startChild({ ...rest, env: { ...env, PORT: port } });
    const ended = new Promise<never>((_, reject) => {
      child.process.once("close", () =>
        reject(new EnvironmentFailure(`The preview ended — it said last:\n${child.lastLines()}`)),
      );
    });
    ended.catch(() => {});
    await Promise.race([says(child.process.stdout, "The preview is at"), ended]);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${port}/news/${article}/`);
      const wall: number[] = [];
      // The first edit finds caches that were filled by the start alone, and is not counted.
      for (let edit = 0; edit <= (bench.quick ? 1 : 3); edit += 1) {
        const sentence = `Edit number ${edit}, seen by a browser.`;
        const started = performance.now();
        await addSentence(path.join(news, `${article}.md`), sentence);
        await Promise.race([page.getByText(sentence).waitFor({ timeout: 120_000 }), ended]);
        if (edit > 0) wall.push((performance.now() - started) / 1000);
        bench.say(`${what}: edit ${edit}`);
      }
      rows.push({ case: what, who: us, wall: median(wall) });
    } finally {
      await browser.close();
    }
  }
  return rows;
}

function says(stream: NodeJS.ReadableStream | null, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream?.on("data", (chunk: string) => chunk.includes(text) && resolve());
  });
}

/** A copy of this project with so many articles beside its own; the same one for all who ask. */
async function projectWith(
  { root, scratch, epoch }: Bench,
  count: number,
): Promise<{
  folder: string;
  news: string;
  command: (name: string, ...args: string[]) => Command;
}> {
  const folder = path.join(scratch, `project-${count}`);
  const news = path.join(folder, "content/en/news");
  if (!existsSync(folder)) {
    const leftOut = /^(?:\.git|\.cache|node_modules|_site.*)$/;
    const filter = (file: string): boolean =>
      path.dirname(file) !== root || !leftOut.test(path.basename(file));
    await cp(root, folder, { recursive: true, filter });
    await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
    await writeArticles(news, generateArticles(count));
  }
  const command = (name: string, ...args: string[]): Command => ({
    file: process.execPath,
    args: ["scripts/run.mjs", name, ...args],
    cwd: folder,
    env: { SOURCE_DATE_EPOCH: epoch },
  });
  return { folder, news, command };
}

/** Adds a sentence to the end of an article, as an editor would who saves the file. */
async function addSentence(file: string, sentence: string): Promise<void> {
  const text = await readFile(file, "utf8");
  await writeFile(file, `${text.trimEnd()} ${sentence}\n`);
}

/** What is missing in a built site of which these articles should be part; undefined if nothing is. */
export async function missingArticles(
  output: string,
  articles: readonly Article[],
): Promise<string | undefined> {
  let made = 0;
  for (const { name, title } of articles) {
    const html = await ifThere(readFile(path.join(output, "news", name, "index.html"), "utf8"));
    if (html?.includes(title) && html.includes("<strong>most people</strong>")) made += 1;
  }
  if (made === articles.length) return undefined;
  return `${made} of ${articles.length} articles have their page`;
}

/** All rows as a table; the ratio is ours to that of the row, in wall time. */
export function report(rows: readonly Row[]): string {
  const written = (value: number | undefined): string =>
    value === undefined ? "" : value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  const cells = rows.map(({ case: what, who, wall, cpu, memory }) => {
    const ours = rows.find((row) => row.case === what && row.who === us);
    const ratio = who === us || !ours ? undefined : ours.wall / wall;
    const megabytes = memory === undefined ? undefined : memory / 1e6;
    return [what, who, ...[wall, cpu, megabytes, ratio].map(written)];
  });
  const columns = [
    ...["Case", "Who"].map((heading) => ({ heading, figures: false })),
    ...["Wall s", "CPU s", "Memory MB", "Ratio"].map((heading) => ({ heading, figures: true })),
  ];
  return [
    formatTable(columns, cells),
    `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}. Medians; CPU: user and system; memory: the most that all processes held together.`,
  ].join("\n\n");
}
