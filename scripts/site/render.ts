import path from "node:path";
import type { TemplateResult } from "@11ty/eleventy";
import eleventyConfig from "../../eleventy.config.ts";
import { withPrefix } from "../lib/addresses.ts";
import { batchesOf, shareBatches } from "../lib/threads.ts";
import { type Rendition, renditionCollector } from "../photos/picture.ts";
import { ContentFailure, type Problem } from "../problems/problem.ts";
import type { Frame } from "./assets.ts";
import { type FilterData, templateFilters } from "./filters.ts";
import { type Finish, type FinishedPage, finishPage, type PageOutline } from "./finish.ts";
import { type Page, type PlannedPage, plannedPage } from "./pages/context.ts";
import { outwardOutline } from "./verify.ts";

/** What pages are made from, besides what was planned of each: plain data, which a thread can be given. */
export interface RenderRequest extends FilterData, Finish {
  /** The project's folder, absolute. */
  root: string;
  /** `https://…`, no trailing slash. */
  origin: string;
  /** What all templates are given. */
  frame: Frame;
}

/** A page as it is published. */
export interface FinishedFile extends FinishedPage {
  /** Those that it shows. */
  renditions: readonly Rendition[];
}

/**
 * Pages that Eleventy is given at once. It renders every page to the end of one step before it begins
 * the next, and keeps all of them until the last is done, so that more take more memory; each batch
 * takes some milliseconds of its own.
 */
const batchSize = 100;

/** Fewer pages are made before threads have started, each of which takes about 0.3 s. */
const worthThreads = 300;

/**
 * Makes pages: Eleventy, minifier, styles, outline. Many are shared among threads. Each is handed over as
 * it comes, in any order, so that they never stand in memory together.
 *
 * @throws ContentFailure when a template fails
 */
export async function renderPages(
  pages: readonly Page[],
  request: RenderRequest,
  take: (page: Page, finished: FinishedFile) => void,
): Promise<void> {
  // Eleventy finds everything from the working directory, wherever a command was given.
  process.chdir(request.root);
  const batches = batchesOf(pages, batchSize);
  const ask = (batch: readonly Page[]) => batch.map(plannedPage);
  const takeBatch = (batch: readonly Page[], made: Made) => {
    if ("problems" in made) throw new ContentFailure(made.problems);
    for (const [index, file] of made.files.entries()) take(batch[index] as Page, file);
  };
  if (pages.length >= worthThreads) {
    const thread = new URL(import.meta.resolve("./pages-thread.mjs"));
    await shareBatches({ thread, common: request, batches, ask, take: takeBatch });
  } else {
    const make = pageMaker(request);
    for (const batch of batches) takeBatch(batch, await make(ask(batch)));
  }
}

/** What was made of a batch; failures themselves do not come whole from one thread to another. */
type Made = { files: FinishedFile[] } | { problems: readonly Problem[] };

/** A function that makes the pages of a batch. */
export function pageMaker(
  request: RenderRequest,
): (batch: readonly PlannedPage[]) => Promise<Made> {
  const renditions = renditionCollector();
  const filters = templateFilters(request, renditions);
  return async (batch) => {
    try {
      const htmlOf = await renderBatch(batch, request, filters);
      const files: FinishedFile[] = [];
      for (const page of batch) {
        const finished = await finishPage(htmlOf(page), request).catch((error: Error) => {
          throw unsoundPage(page, error);
        });
        const outline = outwardOutline(finished.outline, page.output, request);
        files.push({ ...finished, outline, renditions: shownIn(outline, renditions, request) });
      }
      return { files };
    } catch (error) {
      if (error instanceof ContentFailure) return { problems: error.problems };
      throw error;
    }
  };
}

/** Those of some renditions that a page names, for browsers or with the origin for search engines. */
export function shownIn(
  { references, inData }: PageOutline,
  renditions: ReturnType<typeof renditionCollector>,
  { origin, prefix }: Pick<RenderRequest, "origin" | "prefix">,
): Rendition[] {
  const folder = withPrefix(prefix, "/photos/");
  const addresses = [...references, ...inData].map((address) =>
    address.startsWith(origin) ? address.slice(origin.length) : address,
  );
  const names = addresses
    .filter((address) => address.startsWith(folder))
    .map((address) => address.slice(folder.length));
  return [...new Set(names)].flatMap((name) => renditions.named(name) ?? []);
}

/** The function that gives the HTML of each page of a batch. */
async function renderBatch(
  batch: readonly PlannedPage[],
  request: RenderRequest,
  filters: ReturnType<typeof templateFilters>,
): Promise<(page: PlannedPage) => string> {
  // A third of the start of a build, which goes without where no page has changed.
  const { default: Eleventy } = await import("@11ty/eleventy");
  const config = eleventyConfig(request, filters, batch);
  const eleventy = new Eleventy("content", "_site", { quietMode: true, config });
  // Its errors come back as exceptions; printed by Eleventy too, they would stand there twice.
  eleventy.disableLogger();
  const results = await eleventy.toJSON().catch((error: unknown) => {
    throw templateFailure(error, request.root, batch);
  });
  const byTemplate = new Map(
    results.map(({ inputPath, content }: TemplateResult) => [inputPath, content]),
  );
  return (page) => byTemplate.get(`./${page.template}`) ?? assertRendered(page);
}

function assertRendered({ template }: PlannedPage): never {
  throw new Error(`Eleventy left out ${template}`);
}

/**
 * What Nunjucks says of a failing template, as one sentence at one place. It names the page, then the
 * part in which it failed where that is not the layout or what the layout extends: of these it gives
 * the line only.
 */
function templateFailure(error: unknown, root: string, pages: readonly PlannedPage[]): Error {
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
function unsoundPage(page: PlannedPage, { message }: Error): ContentFailure {
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
  pages: readonly Pick<Page, "template" | "layout" | "source">[],
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
