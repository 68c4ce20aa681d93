import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Language } from "../../scripts/lib/languages.ts";
import { checkMarkdown } from "../../scripts/markdown/check.ts";
import type { SiteIndex } from "../../scripts/markdown/link-targets.ts";
import type { Problem } from "../../scripts/problems/problem.ts";
import { applyEdits, editsOf } from "../../scripts/problems/remedies.ts";
import { checkText } from "../../scripts/problems/text.ts";
import { read, render } from "../scripts/markdown/site.ts";
import { listFiles, projectRoot } from "./files.ts";

/** A Markdown text that nobody wrote for this site. */
export interface ForeignText {
  /** Below `node_modules/`. */
  file: string;
  text: string;
  language: Language;
}

/** All different Markdown files out of the packages that are installed. */
export async function foreignTexts(): Promise<ForeignText[]> {
  const modules = path.join(projectRoot, "node_modules");
  const files = (await listFiles(modules)).filter((file) => /\.md$/i.test(file));
  const read = files.map(async (file) => {
    const text = await readFile(path.join(modules, file), "utf8");
    return [text, file] as const;
  });
  // By text: many packages bring the same file.
  return [...new Map(await Promise.all(read))]
    .filter(([text]) => text.trim() !== "")
    .map(([text, file]) => ({ file, text, language: languageOf(text) }));
}

/** Japanese and Korean, which the site does not have, are English here. */
function languageOf(text: string): Language {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  return count(/\p{Script=Han}/gu) > 50 && count(/[\p{sc=Hira}\p{sc=Kana}]/gu) < 20 ? "zh" : "en";
}

/** `count` of `all`, evenly spread. */
export function some<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** A foreign text after two rounds of remedies. */
interface Remedied {
  file: string;
  /** What is still wrong, but for links whose remedy leaves to a person where they lead. */
  errors: Problem[];
  /** Warnings before anything was changed. */
  warnings: Problem[];
  /** Words that readers would have seen before, and do not after. */
  lost: string[];
}

/**
 * Puts a foreign text below sound front matter of its own language, checks it, follows the remedies
 * of all errors word for word, checks again, and follows those once more.
 */
function remedy({ file, text, language }: ForeignText): Remedied {
  const body = text.replace(/^\uFEFF?---\r?\n[\s\S]*?\n---\r?\n/, "");
  const source = `content/${language}/news/foreign.md`;
  let { text: written = "", problems } = check(body, source, language);
  const before = written;
  const warnings = problems.filter(({ severity }) => severity === "warning");
  for (let round = 0; round < 2; round++) {
    const edits = errorsOf(problems).flatMap((error) => editsOf(error, written) ?? []);
    ({ text: written = "", problems } = check(applyEdits(written, edits), source, language));
  }
  const errors = errorsOf(problems).filter(
    (error) => !error.rule.startsWith("link-") || editsOf(error, written) !== undefined,
  );
  return { file, errors, warnings, lost: lostWords(before, written, language) };
}

/**
 * Asserts of foreign texts that at least 95 % are accepted after two rounds of remedies, that no word
 * is lost on the way, and that there is at most one warning a text on average.
 */
export function proveRemedies(texts: readonly ForeignText[]): void {
  const remedied = texts.map(remedy);
  const told = (problems: readonly Problem[], file: string) =>
    problems.map((problem) => `${problem.rule} ${file}:${problem.line}`);
  const wrong = remedied.filter(({ errors }) => errors.length > 0);
  assert.ok(
    wrong.length <= texts.length * 0.05,
    `${wrong.length} are not accepted:\n${wrong.flatMap(({ errors, file }) => told(errors, file)).join("\n")}`,
  );
  const losing = remedied.filter(({ lost }) => lost.length > 0);
  assert.deepEqual(
    losing.map(({ file, lost }) => `${file}: ${lost.join(" ")}`),
    [],
  );
  const warnings = remedied.flatMap(({ warnings, file }) => told(warnings, file));
  assert.ok(warnings.length <= texts.length, warnings.sort().join("\n"));
}

function errorsOf(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === "error");
}

/**
 * What is said of a text, on a site that has every page which the text may link to and be meant so:
 * where a link of another project leads, only a person can say. For the same reason nobody asks for
 * the photographs.
 */
function check(written: string, path: string, language: Language) {
  const { text, problems } = checkText(path, Buffer.from(written));
  if (text === undefined) return { text, problems };
  const references = read(text, language);
  const ids = new Set(references.headings.map(({ id }) => id));
  const start = { start: { line: 1, column: 1 }, aligned: true, published: true, short: false };
  const site: SiteIndex = {
    origin: "https://www.l-s-p.org.uk",
    addressOf: (target) => (isPlain(target) ? `/${target}` : undefined),
    entryAt: (address) =>
      isPlain(address)
        ? { source: address, published: true, ids: address === `/${path}` ? ids : undefined }
        : undefined,
    addresses: [],
    knownFiles: new Set(),
  };
  return { text, problems: [...problems, ...checkMarkdown({ ...start, path, references, site })] };
}

/** What has none of the signs by which an address is told to be one of another kind. */
function isPlain(address: string): boolean {
  return !/\\|@|\/www\.|[\uFF00-\uFFEF]/.test(address);
}

/** Words of the page of `before` that stand less often on that of `after`. */
function lostWords(before: string, after: string, language: Language): string[] {
  const left = new Map<string, number>();
  for (const word of visibleWords(after, language)) left.set(word, (left.get(word) ?? 0) + 1);
  return visibleWords(before, language).filter((word) => {
    left.set(word, (left.get(word) ?? 0) - 1);
    return (left.get(word) ?? 0) < 0;
  });
}

/** What is HTML in the words of a page: remarks, programs, tags. */
const notShown = [
  /<!(?:--|–|—)[\s\S]*?(?:--|–|—)>/g,
  /<(script|style)\b[\s\S]*?<\/\1>/gi,
  /<\/?[a-z][^<>]*>/gi,
];

/**
 * The words of a page, without HTML that is shown as typed. Words in the address of a link are words
 * of a sentence in parentheses behind brackets: they are told once more, since they lead nowhere.
 */
function visibleWords(text: string, language: Language): string[] {
  const page = render(text, language)
    .replaceAll(/<a href="([^"]*%20[^"]*)"/g, (_, href) => `${href.replaceAll("%20", " ")} <`)
    .replaceAll(/<figure>.*<\/figure>|<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  const words = notShown.reduce((left, html) => left.replaceAll(html, " "), page);
  return words.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
}
