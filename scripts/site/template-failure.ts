import { ContentFailure } from "../lib/failure.ts";

/**
 * Eleventy's chain of errors as one sentence at one place. Nunjucks names the template, but counts
 * lines in the outermost parent, so the page that was being rendered is named too.
 */
export function templateFailure(error: unknown): Error {
  const chain = causes(error);
  const known = chain.find((cause) => cause instanceof ContentFailure);
  if (known) return known;
  const text = chain.map((cause) => cause.message).join("\n");
  const template =
    /\(\.?\/?(?<path>[^()\n]+\.njk)\)(?: \[Line (?<line>\d+), Column (?<column>\d+)\])?/.exec(text);
  const page = /from "(?:\.\/)?(?<page>[^"]+)"/.exec(text)?.groups?.page;
  if (!template?.groups) return error instanceof Error ? error : new Error(String(error));
  const reason = chain.at(-1)?.message.split("\n").at(-1)?.trim() ?? "unknown";
  return new ContentFailure([
    {
      rule: "template",
      severity: "error",
      path: template.groups.path ?? "",
      line: Number(template.groups.line ?? 1),
      column: Number(template.groups.column ?? 1),
      message: `the template failed${page ? ` on ${page}` : ""}: ${reason}`,
      remedy: "mend the template, or the data it is given",
    },
  ]);
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
