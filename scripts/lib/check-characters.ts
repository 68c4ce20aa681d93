import { positionFinder } from "./position-finder.ts";
import type { Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";
import { textRules } from "./text-rules.ts";

/** Of one file; a picture named `.md` has thousands. */
const maximumProblems = 20;

/**
 * Characters that nobody means to write: control characters but tab and line feed, Unicode's line
 * and paragraph separators, marks that reverse the direction of writing, a byte order mark within
 * the text, noncharacters, and � itself.
 */
export function checkCharacters(path: string, text: string): Problem[] {
  const wrong =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff]/g;
  const problems: Problem[] = [];
  let position: ReturnType<typeof positionFinder> | undefined;
  for (const match of text.matchAll(wrong)) {
    if (problems.length === maximumProblems) break;
    position ??= positionFinder(text);
    const place = { path, ...position(match.index) };
    const number = match[0].charCodeAt(0);
    const code = `U+${number.toString(16).toUpperCase().padStart(4, "0")}`;
    problems.push(
      number === 0xfffd
        ? problemOf(textRules, "lost-character", place, {})
        : problemOf(textRules, "control-character", place, { code }),
    );
  }
  return problems;
}
