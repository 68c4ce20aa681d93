import { excerpt } from "../lib/excerpt.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { frontMatterRules } from "./front-matter-rules.ts";

export interface FrontMatterParts {
  /** The YAML between the `---` lines; begins on line 2. */
  yaml: string;
  body: string;
  /** Line of the file on which `body` begins. */
  bodyLine: number;
}

/** Divides a content file (LF line ends, no byte order mark) at the lines `---` of its front matter. */
export function splitFrontMatter(
  path: string,
  text: string,
): FrontMatterParts | { problem: Problem } {
  const at = (line: number) => ({ path, line, column: 1 });
  const lines = text.split("\n");
  const opening = (lines[0] ?? "").trimEnd();
  if (opening !== "---") return { problem: openingProblem(lines, opening, at) };

  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  const found = (lines[closing] ?? "").trimEnd();
  if (closing === -1) {
    const where = whereToClose(lines);
    return { problem: problemOf(frontMatterRules, "front-matter-unclosed", at(1), { where }) };
  }
  if (found !== "---") {
    const values = { found: excerpt(found) };
    return {
      problem: problemOf(frontMatterRules, "front-matter-closing", at(closing + 1), values),
    };
  }
  return {
    yaml: lines.slice(1, closing).join("\n"),
    body: lines.slice(closing + 1).join("\n"),
    bodyLine: closing + 2,
  };
}

function openingProblem(
  lines: readonly string[],
  opening: string,
  at: (line: number) => { path: string; line: number; column: number },
): Problem {
  // `---js`, `--- json`; Hugo's `+++` for TOML; JSON without any mark.
  if (/^(---\s*[a-z]\w*|\+\+\+|;;;|\{)$/i.test(opening)) {
    return problemOf(frontMatterRules, "front-matter-language", at(1), { opening });
  }
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first > 0 && lines[first]?.trimEnd() === "---") {
    return problemOf(frontMatterRules, "front-matter-first", at(first + 1), {});
  }
  return problemOf(frontMatterRules, "front-matter-missing", at(1), {});
}

/** The first line that is no YAML as editors write it, in words. */
function whereToClose(lines: readonly string[]): string {
  const foreign = lines.findIndex(
    (line, index) => index > 0 && !/^(?:[A-Za-z_][\w-]*\s*[:：]|\s+\S|-\s|$)/.test(line),
  );
  if (foreign === -1) return "after its last key";
  // The blank lines before the text belong to the text.
  let line = foreign;
  while (line > 1 && lines[line - 1]?.trim() === "") line--;
  return `before line ${line + 1}`;
}
