import { excerpt, type Problem, problemOf, type Rules } from "../problems/problem.ts";
import { type Found, sampleLine } from "../problems/schema.ts";

/* Who wrote a page or translated it: people and groups by their names, as readers are told them. */

/** `text` without what is no part of a name: Markdown, addresses, the words that the page says itself. */
export function plainName(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<[^>]*>|\S+@\S+|https?:\S+/g, " ")
    .replace(/[*_`]|[(（[]\s*[)）\]]/g, "")
    .replace(/^\s*(?:(?:written |translated )?by\s|(?:作者|译者|文|译)\s*[:：/／])/i, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether `text` is a name, and nothing besides. */
export function isName(text: string): boolean {
  return plainName(text) === text.trim().replace(/\s+/g, " ");
}

/**
 * The names in a text that surely is several: “Jane Smith and Li Wei”, “王芳、李伟”. A comma alone may stand before
 * what someone is, and “and” within the name of a group.
 */
export function namesIn(text: string): string[] | undefined {
  const names = text
    .split(/\s*[、;；]\s*|\s*[,，]\s*(?:and\s+)?|\s+(?:and|&)\s+/)
    .filter((name) => name !== "");
  const isSure =
    /[、;；]/.test(text) ||
    names.every((name) => /^\p{sc=Han}{2,4}$/u.test(name)) ||
    (/\s(?:and|&)\s/.test(text) &&
      names.every((name) => /^\p{Lu}\S*(?: \p{Lu}\S*){1,3}$/u.test(name)));
  return names.length > 1 && isSure ? names : undefined;
}

/** The rules about names that the schema of front matter names, in words; undefined for all others. */
export function explainName(rule: string, { place, path, value }: Found): Problem | undefined {
  const text = value.text ?? value.written;
  const found = excerpt(text, 40);
  const key = path.at(-1) ?? "";
  if (rule === "names-in-one") {
    const line = sampleLine(key, namesIn(text));
    return problemOf(nameRules, rule, place, { found, line });
  }
  if (rule !== "name-form") return undefined;
  const name = plainName(text);
  const advice = name
    ? `write \`${name}\` in its place`
    : "write the name in its place, such as `Jane Smith`";
  return problemOf(nameRules, rule, place, { found, advice });
}

/** What can be wrong with the name of an author or a translator. */
export const nameRules = {
  "name-form": {
    severity: "error",
    message: "`{found}` is more than a name, and readers would see it as it stands",
    remedy: "{advice}",
    example: { found: "Jane Smith <jane@example.org>", advice: "write `Jane Smith` in its place" },
  },
  "names-in-one": {
    severity: "error",
    message: "`{found}` names several, and each is told by itself",
    remedy: "write them as a list: `{line}`",
    example: { found: "Jane Smith and Li Wei", line: "author: [Jane Smith, Li Wei]" },
  },
} as const satisfies Rules;
