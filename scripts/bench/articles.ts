import { existsSync } from "node:fs";
import { appendFile, cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { launchBrowser } from "../browser/browser.ts";
import { ifThere } from "../lib/files.ts";
import { random } from "../lib/lists.ts";
import { freePort } from "../servers/servers.ts";
import {
  type Bench,
  type Command,
  type Competitor,
  compare,
  median,
  prepareCommand,
  type Row,
  removeAll,
  startChild,
  us,
} from "./bench.ts";

/** What is measured with generated articles, by the name it is asked for. */
export const articleGroups = { site: benchSite, scale: benchScale, preview: benchPreview };

/** This site as it is, everything it consists of: without any cache, and with all of them. */
async function benchSite(bench: Bench): Promise<Row[]> {
  const ours = await ourSite(bench, []);
  const build: Competitor = { name: us, command: ours.run("build") };
  return [
    ...(await compare("This site, cold", [{ ...build, prepare: ours.clear }], 1, bench.say)),
    ...(await compare("This site, warm", [build], bench.quick ? 3 : 6, bench.say)),
  ];
}

/** Generated articles in two numbers, beside the peers: pages, lists, feeds and sitemap. */
async function benchScale(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of bench.quick ? [300] : [1000, 10_000]) {
    const articles = generateArticles(count);
    const site = await ourSite(bench, articles);
    const fault = () => missingArticles(site.folder, articles);
    const ours: Competitor = { name: us, command: site.run("build", "--pages"), fault };
    const theirs: Competitor[] = [];
    for (const peer of peers) theirs.push(await peerSite(peer, bench, articles));
    // Beside the whole build of the fastest.
    const hugo = theirs.slice(0, 1);
    const edited = path.join(site.news, `${articles[count >> 1]?.name}.md`);
    const edit = () => appendFile(edited, `\nAt ${performance.now()} ms.\n`);
    const cases: [string, Competitor[]][] = [
      ["cold", [{ ...ours, prepare: site.clear }, ...theirs]],
      ["warm", [ours, ...hugo]],
      ["one changed", [{ ...ours, prepare: edit }, ...hugo]],
    ];
    for (const [state, competitors] of cases) {
      const what = `${count.toLocaleString("en-GB")} articles, ${state}`;
      rows.push(...(await compare(what, competitors, bench.quick ? 1 : 3, bench.say)));
    }
  }
  return rows;
}

/** From the saved file to the text in a browser. */
async function benchPreview(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of bench.quick ? [0] : [0, 10_000]) {
    const what = count === 0 ? "An edit, this site" : "An edit, 10,000 articles";
    const article = count === 0 ? "culture-day" : "article-00042";
    const { news, run } = await ourSite(bench, generateArticles(count));
    const port = String(await freePort());
    const { env, ...command } = run("preview");
    using child = startChild("The preview", { ...command, env: { ...env, PORT: port } });
    await Promise.race([says(child.process.stdout, "The preview is at"), child.ended]);
    await using browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/news/${article}/`);
    const wall: number[] = [];
    // The first edit finds caches that were filled by the start alone, and is not counted.
    for (let edit = 0; edit <= (bench.quick ? 1 : 3); edit += 1) {
      const sentence = `Edit number ${edit}, seen by a browser.`;
      const started = performance.now();
      // As an editor would who saves the file.
      await appendFile(path.join(news, `${article}.md`), `\n${sentence}\n`);
      await Promise.race([page.getByText(sentence).waitFor({ timeout: 120_000 }), child.ended]);
      if (edit > 0) wall.push((performance.now() - started) / 1000);
      bench.say(`${what}: edit ${edit}`);
    }
    rows.push({ case: what, who: us, wall: median(wall) });
  }
  return rows;
}

function says(stream: NodeJS.ReadableStream | null, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream?.on("data", (chunk: string) => chunk.includes(text) && resolve());
  });
}

/** A copy of this project that is built in a folder of its own. */
interface OurSite {
  folder: string;
  /** Where its articles stand. */
  news: string;
  /** One of our commands: `run("build", "--pages")`. */
  run: (name: string, ...args: string[]) => Command;
  /** Removes what builds have made, caches as well. */
  clear: () => Promise<void>;
}

/** A copy of this project in `scratch`, with some articles beside its own; the same one for all who ask. */
async function ourSite(
  { root, scratch, epoch }: Bench,
  articles: readonly Article[],
): Promise<OurSite> {
  const folder = path.join(scratch, `ours-${articles.length}`);
  const news = path.join(folder, "content/en/news");
  if (!existsSync(folder)) {
    const leftOut = /^(?:\.git|\.cache|node_modules|_site.*)$/;
    const filter = (file: string): boolean =>
      path.dirname(file) !== root || !leftOut.test(path.basename(file));
    await cp(root, folder, { recursive: true, filter });
    await linkPackages(root, folder);
    await writeArticles(news, articles);
  }
  const run = (name: string, ...args: string[]): Command => ({
    file: process.execPath,
    args: ["scripts/run.mjs", name, ...args],
    cwd: folder,
    env: { SOURCE_DATE_EPOCH: epoch },
  });
  return { folder, news, clear: () => removeAll(folder, "_site", ".cache"), run };
}

const eleventy = "node_modules/@11ty/eleventy/cmd.cjs";

/**
 * What people would use instead, with layouts in `tests/fixtures/peers/`: Debian's Hugo; Eleventy with
 * html-minifier-terser as its documentation shows it, both of the versions that the project itself has.
 */
const peers = [
  { name: "Hugo", file: "hugo", build: ["--minify"], version: ["version"] },
  {
    ...{ name: "Eleventy", file: process.execPath },
    ...{ build: [eleventy, "--quiet"], version: [eleventy, "--version"] },
  },
];

/** A peer's site in `scratch`, with these articles. Throws where the peer cannot be had. */
async function peerSite(
  { name, file, build, version }: (typeof peers)[number],
  { root, scratch, say }: Bench,
  articles: readonly Article[],
): Promise<Competitor> {
  if (file === "hugo") prepareCommand("hugo", "hugo", say);
  const folder = path.join(scratch, `${name}-${articles.length}`);
  const layouts = path.join(root, "tests/fixtures/peers", name.toLowerCase());
  await cp(layouts, folder, { recursive: true });
  await linkPackages(root, folder);
  await cp(path.join(root, "assets/styles/tokens.css"), path.join(folder, "static/style.css"));
  await writeArticles(path.join(folder, "content/news"), articles);
  using asked = startChild(name, { file, args: version, cwd: folder });
  const [numbers] = /\d+\.\d+\.\d+/.exec(await asked.ended) ?? [];
  return {
    name: `${name} ${numbers}`,
    command: { file, args: build, cwd: folder },
    prepare: () => removeAll(folder, "_site", "resources", ".hugo_build.lock", ".cache"),
    fault: () => missingArticles(folder, articles),
  };
}

function linkPackages(root: string, folder: string): Promise<void> {
  return symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
}

/** What is missing in `_site/` in a folder, of which these articles should be part; undefined if nothing is. */
export async function missingArticles(
  folder: string,
  articles: readonly Article[],
): Promise<string | undefined> {
  const missing: string[] = [];
  for (const { name, title } of articles) {
    const page = path.join(folder, "_site/news", name, "index.html");
    const html = await ifThere(readFile(page, "utf8"));
    const isThere = html?.includes(title) && html.includes("<strong>most people</strong>");
    if (!isThere) missing.push(name);
  }
  return missing.length > 0 ? `${missing.length} articles, ${missing[0]} among them` : undefined;
}

/** An article of the generated content, the same for every competitor. */
export interface Article {
  /** Of its file and in its address: `article-00042`. */
  name: string;
  title: string;
  /** The file: front matter that all competitors read alike, and about 2 kB of Markdown. */
  text: string;
}

const topics = "quay,harbour,river,lantern,ferry,gallery,library,garden,theatre,bridge".split(",");
const kinds = "morning,evening,winter,students’,sailors’,open,joint,yearly,grand".split(",");
const events = "walk,concert,exhibition,visit,workshop,exchange,reading,tour,fair".split(",");
const people = ["the visitors", "two classes of pupils", "the harbour pilots", "the choir"];
const doings = ["followed the tide to", "wrote letters about", "rebuilt a model of", "sang beside"];
const endings = ["before the last ferry left", "while rain came in", "and nobody hurried home"];

/** Articles in English that say nothing about anything: the same ones for the same `count`. */
export function generateArticles(count: number): Article[] {
  const next = random(1999);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const event = (): string => `${pick(kinds)} ${pick(topics)} ${pick(events)}`;
  const sentence = (): string =>
    capital(`${pick(people)} ${pick(doings)} the ${pick(kinds)} ${pick(topics)} ${pick(endings)}.`);
  const sentences = (number: number): string => Array.from({ length: number }, sentence).join(" ");
  const nameOf = (index: number): string => `article-${String(index + 1).padStart(5, "0")}`;
  const link = (): string => `[${event()}](/news/${nameOf(Math.floor(next() * count))}/)`;
  return Array.from({ length: count }, (_, index) => {
    // Of the years 2000 to 2024, in the order of their numbers.
    const date = new Date(Date.UTC(2000, 0, 1 + Math.floor((index * 25 * 365) / count)));
    const title = `${capital(event())}, number ${index + 1}`;
    const body = [
      sentences(3),
      `${sentence()} It was the *${event()}* that **most people** remember. ${sentence()}`,
      `## ${capital(event())}`,
      `${sentences(3)} More is told in the report on the ${link()}.`,
      Array.from({ length: 4 }, () => `- ${sentence()}`).join("\n"),
      sentences(3),
      `## ${capital(event())}`,
      `${sentences(2)} Who we are stands on the page [About](/about/), and the ${link()} came later.`,
      sentences(1),
    ].join("\n\n");
    const front = `title: ${title}\nsummary: ${sentence()}\ndate: ${date.toISOString().slice(0, 10)}`;
    return { name: nameOf(index), title, text: `---\n${front}\n---\n\n${body}\n` };
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Writes articles into a folder, `NAME.md` each; the folder is made where it is missing. */
async function writeArticles(folder: string, articles: readonly Article[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of articles) await writeFile(path.join(folder, `${name}.md`), text);
}
