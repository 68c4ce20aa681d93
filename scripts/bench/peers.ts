import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { EnvironmentFailure } from "../problems/problem.ts";
import { runQuietly } from "../servers/servers.ts";
import { type Article, writeArticles } from "./generate.ts";
import { type Command, prepareProgram, removeAll } from "./measure.ts";

/** A tool that people would use instead, set up in a folder of its own. */
interface Peer {
  name: string;
  /** With its version, for the report. */
  described: string;
  /** Builds the whole site. */
  build: Command;
  /** Gives it these articles and no others. */
  take(articles: readonly Article[]): Promise<void>;
  /** Removes what its builds have made, caches as well. */
  clear(): Promise<void>;
  /** Where the built site stands. */
  output: string;
}

/** How a peer is set up. Versions are exact, so that two runs compare the same; to be raised by hand. */
interface PeerTool {
  name: string;
  /** From npm, by name. */
  packages: Readonly<Record<string, string>>;
  described(): string;
  command: readonly [file: string, ...args: string[]];
  /** Below its folder: the articles, the other pages, the stylesheet. */
  articles: string;
  pages: string;
  stylesheet: string;
  output: string;
  /** What its builds make besides. */
  caches: readonly string[];
}

const tools: readonly PeerTool[] = [
  {
    name: "Hugo",
    packages: {},
    described: () =>
      `Debian’s Hugo ${/v(\d+\.\d+\.\d+)/.exec(runQuietly("hugo", ["version"]))?.[1]} --minify`,
    command: ["hugo", "--minify"],
    articles: "content/news",
    pages: "content",
    stylesheet: "static/style.css",
    output: "public",
    caches: ["resources", ".hugo_build.lock"],
  },
  {
    name: "Eleventy",
    packages: { "@11ty/eleventy": "3.1.8", "html-minifier-terser": "7.2.0" },
    described: () => "Eleventy 3.1.8 with html-minifier-terser 7.2.0, as its documentation shows",
    command: [process.execPath, "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"],
    articles: "content/news",
    pages: "content",
    stylesheet: "style.css",
    output: "_site",
    caches: [".cache"],
  },
];

const singlePages = [
  { name: "about", title: "About", text: "Two ports on two rivers, and people who write letters." },
  { name: "contact", title: "Contact", text: "Write to us at the harbour office." },
];

/**
 * Sets up a peer in a new folder: its layouts from `tests/fixtures/peers/NAME/`, two single pages, and
 * one stylesheet, all of the project's own one after the other.
 *
 * @throws EnvironmentFailure where it cannot be had
 */
export async function setUpPeer(
  name: string,
  root: string,
  folder: string,
  say: (line: string) => void,
): Promise<Peer> {
  const tool = tools.find((each) => each.name === name);
  if (!tool) throw new Error(`there is no peer ${name}`);
  const at = (...names: string[]): string => path.join(folder, ...names);
  await cp(path.join(root, "tests/fixtures/peers", name.toLowerCase()), folder, {
    recursive: true,
  });
  if (name === "Hugo") prepareProgram("hugo", say);
  else await installPackages(folder, tool.packages, say);
  await mkdir(at(tool.pages), { recursive: true });
  for (const { name, title, text } of singlePages) {
    const front = `title: ${title}\nsummary: ${text}`;
    await writeFile(at(tool.pages, `${name}.md`), `---\n${front}\n---\n\n${text}\n`);
  }
  await mkdir(path.dirname(at(tool.stylesheet)), { recursive: true });
  await writeFile(at(tool.stylesheet), await allStyles(root));
  const [file, ...args] = tool.command;
  return {
    name,
    described: tool.described(),
    build: { file, args, cwd: folder },
    async take(articles) {
      const news = at(tool.articles);
      await mkdir(news, { recursive: true });
      const old = (await readdir(news)).filter((each) => /^article-\d+\.md$/.test(each));
      for (const each of old) await rm(path.join(news, each));
      await writeArticles(news, articles);
    },
    clear: () => removeAll(folder, tool.output, ...tool.caches),
    output: at(tool.output),
  };
}

async function allStyles(root: string): Promise<string> {
  const styles = path.join(root, "assets/styles");
  const index = await readFile(path.join(styles, "index.css"), "utf8");
  const names = [...index.matchAll(/@import "([^"]+\.css)"/g)].map(([, name = ""]) => name);
  const texts = await Promise.all(names.map((each) => readFile(path.join(styles, each), "utf8")));
  return texts.join("\n");
}

/** Installs packages from npm into `folder/node_modules/`, and nothing outside of it; no script of theirs runs. */
async function installPackages(
  folder: string,
  packages: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Promise<void> {
  const names = Object.keys(packages).join(", ");
  say(`Installing ${names} from npm.`);
  const manifest = { private: true, type: "module", dependencies: packages };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest));
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  try {
    runQuietly("npm", ["install", "--prefix", folder, ...quiet]);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new EnvironmentFailure(
      `npm could not install ${names} — see that the registry can be reached: ${said}`,
    );
  }
}
