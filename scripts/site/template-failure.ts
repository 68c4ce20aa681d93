import { ContentFailure } from "../problems/problem.ts";
import { pageProblems } from "./page-problems.ts";
import type { Page } from "./pages/page.ts";
import { UnsoundPage } from "./unsound-page.ts";

/**
 * Eleventy's chain of errors as one sentence at one place. Nunjucks names the template, but counts
 * lines in the outermost parent, so the page that was being rendered is named too.
 */
export function templateFailure(error: unknown, pages: readonly Page[]): Error {
  const chain = causes(error);
  const known = chain.find((cause) => cause instanceof ContentFailure);
  if (known) return known;
  const unsound = chain.find((cause) => cause instanceof UnsoundPage);
  if (unsound) return unsoundPage(unsound, pages);

  const text = chain.map((cause) => cause.message).join("\n");
  const written = /(?:from|for the) "(?:\.\/)?(?<page>[^"]+)"/.exec(text)?.groups?.page;
  const page = pages.find(({ template }) => template === written)?.source ?? written;
  const layout = /a layout that does not exist: (?<path>\S+\.njk)/.exec(text)?.groups?.path;
  if (layout) {
    const needed = page ? `, and ${page} needs it` : "";
    return failure({ path: layout }, `the layout is not there${needed}`, "bring the file back");
  }
  const place =
    /\(\.?\/?(?<path>[^()\n]+\.njk)\)(?: \[Line (?<line>\d+), Column (?<column>\d+)\])?/.exec(text);
  if (!place?.groups) return error instanceof Error ? error : new Error(String(error));
  const last = chain.at(-1)?.message.split("\n").at(-1)?.trim() ?? "unknown";
  const missing = /template not found: (?<name>\S+)/.exec(last)?.groups?.name;
  const reason = missing ? `templates/${missing} is not there` : last.replace(/^Error: /, "");
  return failure(
    place.groups,
    `the template failed${page ? ` on ${page}` : ""}: ${reason}`,
    missing
      ? "bring the file back, or mend the name where it is included"
      : "mend the template, or the data it is given",
  );
}

function unsoundPage({ template, message }: UnsoundPage, pages: readonly Page[]): ContentFailure {
  const reason = message.split("\n", 1)[0]?.slice(0, 120);
  return new ContentFailure(
    pageProblems(
      "html",
      [{ source: template, message: `the finished page is not sound HTML (${reason})` }],
      pages,
      "look for a stray “<” or an open quotation mark in the layout, or in a part that it includes",
    ),
  );
}

/** A failure at a place in a template, `line` and `column` from 1 where they are known. */
function failure(
  { path = "", line = "1", column = "1" }: Readonly<Record<string, string>>,
  message: string,
  remedy: string,
): ContentFailure {
  const place = { path, line: Number(line), column: Number(column) };
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
