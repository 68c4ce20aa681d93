import type { Problem } from "../problems/problem.ts";
import type { Page } from "./pages/page.ts";

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
