import path from "node:path";
import type { TemplateResult } from "@11ty/eleventy";
import eleventyConfig from "../../eleventy.config.ts";
import { withPrefix } from "../lib/addresses.ts";
import { sha256 } from "../lib/files.ts";
import type { Rendition } from "../photos/picture.ts";
import { ContentFailure, type Problem } from "../problems/problem.ts";
import type { Assets } from "./assets.ts";
import { templateFilters } from "./filters.ts";
import { type PageOutline, pageFinisher } from "./finish.ts";
import type { Page, SiteContext } from "./pages/context.ts";
import { withStyles } from "./sync.ts";

/** What pages are rendered from, besides what was planned of each. */
interface RenderRequest {
  /** The project's folder, absolute. */
  root: string;
  context: SiteContext;
  assets: Assets;
  /** The preview shows the same documents with their white space: the minifier takes half of a large build. */
  minified: boolean;
}

/** A page as it is published. */
export interface FinishedFile {
  bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  hash: string;
  outline: PageOutline;
  renditions: readonly Rendition[];
}

const batchSize = 500;

/**
 * Renders pages, and hands over each when it is finished.
 *
 * @throws ContentFailure when a template fails
 */
export async function renderPages(
  pages: readonly Page[],
  { root, context, assets, minified }: RenderRequest,
  take: (page: Page, finished: FinishedFile) => Promise<void> | void,
): Promise<void> {
  const finisher = pageFinisher(pages.length, minified);
  const filters = templateFilters(context, assets.glyphs);
  const finish = async (page: Page, html: string): Promise<void> => {
    const { html: finished, outline } = await finisher.finish(html).catch((error: Error) => {
      throw unsoundPage(page, error);
    });
    const bytes = Buffer.from(withStyles(finished, assets.styles));
    await take(page, {
      bytes,
      hash: sha256(bytes),
      outline,
      renditions: renditionsIn(outline, context),
    });
  };
  try {
    for (let at = 0; at < pages.length; at += batchSize) {
      const batch = pages.slice(at, at + batchSize);
      const htmlOf = await renderBatch(root, eleventyConfig(assets.frame, filters, batch), pages);
      await Promise.all(batch.map((page) => finish(page, htmlOf(page))));
    }
  } finally {
    await finisher.close();
  }
}

/** The renditions that a page names; it asked for them while it was rendered. */
function renditionsIn(
  { references }: PageOutline,
  { prefix, renditions }: SiteContext,
): Rendition[] {
  const folder = withPrefix(prefix, "/photos/");
  const names = references
    .filter((reference) => reference.startsWith(folder))
    .map((reference) => reference.slice(folder.length));
  return [...new Set(names)].flatMap((name) => renditions.named(name) ?? []);
}

/** The function that gives the HTML of each page of a batch. */
async function renderBatch(
  root: string,
  config: ReturnType<typeof eleventyConfig>,
  pages: readonly Page[],
): Promise<(page: Page) => string> {
  // A third of the start of a build, which goes without where no page has changed.
  const { default: Eleventy } = await import("@11ty/eleventy");
  // It finds everything from the working directory, wherever a command was given.
  process.chdir(root);
  const eleventy = new Eleventy("content", "_site", { quietMode: true, config });
  // Its errors come back as exceptions; printed by Eleventy too, they would stand there twice.
  eleventy.disableLogger();
  const results = await eleventy.toJSON().catch((error: unknown) => {
    throw templateFailure(error, root, pages);
  });
  const byTemplate = new Map(
    results.map(({ inputPath, content }: TemplateResult) => [inputPath, content]),
  );
  return (page) => byTemplate.get(`./${page.template}`) ?? assertRendered(page);
}

function assertRendered({ template }: Page): never {
  throw new Error(`Eleventy left out ${template}`);
}

/**
 * What Nunjucks says of a failing template, as one sentence at one place. It names the page, then the
 * part in which it failed where that is not the layout or what the layout extends: of these it gives
 * the line only.
 */
function templateFailure(error: unknown, root: string, pages: readonly Page[]): Error {
  const chain = causes(error);
  const known = chain.find((cause) => cause instanceof ContentFailure);
  if (known) return known;
  const text = chain.at(-1)?.message ?? "";
  const places = [
    ...text.matchAll(
      /\((?<file>[^()\n]+)\)(?: \[Line (?<line>\d+), Column (?<column>\d+)\])?(?=\n)/g,
    ),
  ].map(({ groups = {} }) => groups);
  const page = pages.find(({ template }) => `./${template}` === places[0]?.file);
  const at = places.at(-1);
  if (!page || !at) return error instanceof Error ? error : new Error(String(error));

  const layout = `templates/${page.layout}`;
  const missing = /template not found: (?<name>\S+)/.exec(text)?.groups?.name;
  if (missing === page.layout) {
    const message = `the layout is not there, and ${page.source} needs it`;
    return failure({ path: layout, line: 1, column: 1 }, message, "bring the file back");
  }
  const part = at === places[0] ? layout : path.relative(root, at.file ?? "");
  const last = text.split("\n").at(-1)?.trim() ?? "";
  const reason = missing ? `templates/${missing} is not there` : last.replace(/^Error: /, "");
  return failure(
    { path: part, line: Number(at.line ?? 1), column: Number(at.column ?? 1) },
    `the template failed on ${page.source}: ${reason}`,
    missing
      ? "bring the file back, or mend the name where it is included"
      : "mend the template, or the data it is given",
  );
}

function failure(
  place: Pick<Problem, "path" | "line" | "column">,
  message: string,
  remedy: string,
): ContentFailure {
  return new ContentFailure([{ rule: "template", severity: "error", ...place, message, remedy }]);
}

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  let current = error;
  while (current instanceof Error && !chain.includes(current)) {
    chain.push(current);
    current =
      "originalError" in current && current.originalError ? current.originalError : current.cause;
  }
  return chain;
}

/** A finished page that the minifier cannot parse. */
function unsoundPage(page: Page, { message }: Error): ContentFailure {
  const reason = message.split("\n", 1)[0]?.slice(0, 120);
  return new ContentFailure(
    pageProblems(
      "html",
      [{ source: page.template, message: `the finished page is not sound HTML (${reason})` }],
      [page],
      "look for a stray “<” or an open quotation mark in the layout, or in a part that it includes",
    ),
  );
}

/** What is wrong with a finished page, or with another file of the site. */
interface Fault {
  /** A page's `template`, or the path of the file. */
  source: string;
  message: string;
}

/**
 * Faults of finished pages, told at the layout the pages came through: what editors wrote was
 * checked before. One that several pages of a layout have is told once.
 */
export function pageProblems(
  rule: string,
  faults: readonly Fault[],
  pages: readonly Page[],
  remedy: string,
): Problem[] {
  const byTemplate = new Map(pages.map((page) => [page.template, page]));
  const told = new Map<string, { path: string; message: string; sources: string[] }>();
  for (const { source, message } of faults) {
    const page = byTemplate.get(source);
    const path = page ? `templates/${page.layout}` : source;
    const same = told.get(`${path} ${message}`) ?? { path, message, sources: [] };
    if (page) same.sources.push(page.source);
    told.set(`${path} ${message}`, same);
  }
  return [...told.values()].map(({ path, message, sources }) => ({
    rule,
    severity: "error",
    path,
    line: 1,
    column: 1,
    message: message + on(sources),
    remedy,
  }));
}

function on([first, ...others]: readonly string[]): string {
  if (first === undefined) return "";
  const more = others.length === 1 ? "one more page" : `${others.length} more pages`;
  return `, on ${first}${others.length === 0 ? "" : ` and ${more}`}`;
}
