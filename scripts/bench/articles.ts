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
  made,
  median,
  prepareCommand,
  type Row,
  setAside,
  startChild,
  us,
} from "./bench.ts";

/** What is measured with generated articles, by the name it is asked for. */
export const articleGroups = { site: benchSite, scale: benchScale, preview: benchPreview };

/** This site as it is, everything it consists of: without any cache, and with all of them. */
async function benchSite(bench: Bench): Promise<Row[]> {
  const cold: Competitor[] = [];
  for (const { who, root } of bench.checkouts) {
    const { folder, run } = await ourSite(bench, root, []);
    cold.push({ name: who, command: run("build"), prepare: () => setAside(folder) });
  }
  const warm = cold.map(({ name, command }) => ({ name, command }));
  return [
    ...(await compare("This site, cold", cold, bench.quick ? 1 : 3, bench.say)),
    ...(await compare("This site, warm", warm, bench.quick ? 3 : 7, bench.say)),
  ];
}

/** Generated articles in two numbers, beside the peers: pages, lists, feeds and sitemap. */
async function benchScale(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of bench.quick ? [300] : [1000, 10_000]) {
    const articles = generateArticles(count);
    const { folder, news, run } = await ourSite(bench, bench.root, articles);
    const fault = () => missingArticles(folder, articles);
    const ours: Competitor = { name: us, command: run("build", "--pages"), fault };
    const hugo = await peerSite(peers.hugo, bench, articles);
    const eleventy = await peerSite(peers.eleventy, bench, articles);
    const edited = { name: nameOf(count >> 1), sign: "" };
    const edit: Competitor = {
      ...ours,
      async prepare() {
        edited.sign = `At ${performance.now()} ms.`;
        await appendFile(path.join(news, `${edited.name}.md`), `\n${edited.sign}\n`);
      },
      fault: () => missingArticles(folder, [...articles, edited]),
    };
    const cases: [string, Competitor[], number][] = [
      ["cold", [{ ...ours, prepare: () => setAside(folder) }, hugo, eleventy], 3],
      ["nothing changed", [ours, hugo], 5],
      ["one changed", [edit, hugo], 5],
    ];
    for (const [state, competitors, turns] of cases) {
      const what = `${count.toLocaleString("en-GB")} articles, ${state}`;
      rows.push(...(await compare(what, competitors, bench.quick ? 1 : turns, bench.say)));
    }
  }
  return rows;
}

/** From the saved file to the text in a browser. */
async function benchPreview(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  const site = { count: 0, article: "culture-day" };
  const cases = bench.checkouts.map((checkout) => ({ ...site, ...checkout }));
  const many = { count: 10_000, article: nameOf(5000), who: us, root: bench.root };
  for (const { count, article, who, root } of bench.quick ? cases : [...cases, many]) {
    const what = count === 0 ? "An edit, this site" : "An edit, 10,000 articles";
    const { news, run } = await ourSite(bench, root, generateArticles(count));
    const port = String(await freePort());
    const { env, ...command } = run("preview");
    using child = startChild("The preview", { ...command, env: { ...env, PORT: port } });
    await Promise.race([says(child.process.stdout, "The preview is at"), child.ended]);
    await using browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/news/${article}/`);
    const wall: number[] = [];
    for (let edit = 1; edit <= (bench.quick ? 1 : 5); edit += 1) {
      const sentence = `Edit number ${edit}, seen by a browser.`;
      const started = performance.now();
      // As an editor would who saves the file.
      await appendFile(path.join(news, `${article}.md`), `\n${sentence}\n`);
      await Promise.race([page.getByText(sentence).waitFor({ timeout: 120_000 }), child.ended]);
      const seconds = (performance.now() - started) / 1000;
      wall.push(seconds);
      bench.say(`${what}: ${who}, edit ${edit}: ${seconds.toFixed(2)} s`);
    }
    rows.push({ case: what, who, wall: median(wall) });
  }
  return rows;
}

function says(stream: NodeJS.ReadableStream | null, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream?.on("data", (chunk: string) => chunk.includes(text) && resolve());
  });
}

/**
 * A copy of a checkout in `scratch`, with some articles beside its own, all in `news`; the same one for all
 * who ask. `run("build", "--pages")` is one of its commands.
 */
async function ourSite({ checkouts, scratch, epoch }: Bench, root: string, articles: Article[]) {
  const number = checkouts.findIndex((checkout) => checkout.root === root);
  const folder = path.join(scratch, `ours-${number}-${articles.length}`);
  const news = path.join(folder, "content/en/news");
  if (!existsSync(folder)) {
    const isLeftOut = (name: string) => made.test(name) || /^(?:\.git|node_modules)$/.test(name);
    const filter = (file: string) => path.dirname(file) !== root || !isLeftOut(path.basename(file));
    await cp(root, folder, { recursive: true, filter });
    await linkPackages(root, folder);
    await writeArticles(news, articles);
  }
  const env = { SOURCE_DATE_EPOCH: epoch };
  const run = (...args: string[]): Command => {
    return { file: node, args: ["scripts/run.mjs", ...args], cwd: folder, env };
  };
  return { folder, news, run };
}

const cmd = "node_modules/@11ty/eleventy/cmd.cjs";
const node = process.execPath;

/**
 * What people would use instead, with layouts in `tests/fixtures/peers/`: Debian's Hugo; Eleventy with
 * html-minifier-terser as its documentation shows it, both of the versions that the project itself has.
 */
const peers = {
  hugo: { name: "Hugo", file: "hugo", build: ["--minify"], version: ["version"] },
  eleventy: { name: "Eleventy", file: node, build: [cmd, "--quiet"], version: [cmd, "--version"] },
};

/** A peer's site in `scratch`, with these articles. Throws where the peer cannot be had. */
async function peerSite(
  { name, file, build, version }: (typeof peers)["hugo"],
  { root, scratch, say }: Bench,
  articles: Article[],
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
    prepare: () => setAside(folder),
    fault: () => missingArticles(folder, articles),
  };
}

function linkPackages(root: string, folder: string): Promise<void> {
  return symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
}

/** Which articles have no page with their sign in `_site/` in a folder; undefined if all have. */
export async function missingArticles(
  folder: string,
  articles: readonly Pick<Article, "name" | "sign">[],
): Promise<string | undefined> {
  const missing: string[] = [];
  for (const { name, sign } of articles) {
    const page = path.join(folder, "_site/news", name, "index.html");
    const html = await ifThere(readFile(page, "utf8"));
    const isThere = html?.includes(sign) && html.includes("<strong>most people</strong>");
    if (!isThere) missing.push(name);
  }
  return missing.length > 0 ? `${missing.length} articles, ${missing[0]} among them` : undefined;
}

/** An article of the generated content, the same for every competitor. */
export interface Article {
  /** Of its file and in its address: `article-00042`. */
  name: string;
  /** What its page shows: its title. */
  sign: string;
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
    return { name: nameOf(index), sign: title, text: `---\n${front}\n---\n\n${body}\n` };
  });
}

function nameOf(index: number): string {
  return `article-${String(index + 1).padStart(5, "0")}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Writes articles into a folder, `NAME.md` each; the folder is made where it is missing. */
async function writeArticles(folder: string, articles: Article[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of articles) await writeFile(path.join(folder, `${name}.md`), text);
}
