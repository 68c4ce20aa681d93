import type { z } from "zod";
import { civilDateIn, parseCivilDate, parseInstant, startOfDay } from "../lib/dates.ts";
import { type Language, timeZone } from "../lib/languages.ts";
import {
  excerpt,
  type Place,
  type Problem,
  problemOf,
  type TextPosition,
} from "../problems/problem.ts";
import { checkSchema, sampleLine } from "../problems/schema.ts";
import { parseYaml, type YamlData, type YamlSource } from "../problems/yaml.ts";
import { aliasOf } from "./aliases.ts";
import {
  type ContentFile,
  type Entry,
  type PhotoReference,
  placeholders,
  type WrittenDate,
} from "./entry.ts";
import { checkEventForms, checkEventPlace, explainEvent, meantChoice } from "./event-faults.ts";
import { readEvent } from "./events.ts";
import { explainForeignKey } from "./foreign-keys.ts";
import { explainFrontMatter } from "./front-matter-faults.ts";
import { frontMatterRules } from "./front-matter-rules.ts";
import { frontMatterSchema } from "./front-matter-schema.ts";
import { explainName } from "./names.ts";
import { translationStamp } from "./translations.ts";

/** What was read of a page; `file` if its front matter has an error. */
export type ReadEntry = { problems: Problem[] } & (
  | { entry: Entry; file?: undefined }
  | { entry?: undefined; file: ContentFile }
);

/**
 * Reads the text of a page (LF line ends, no byte order mark) and checks its front matter.
 *
 * @returns with the Markdown after the front matter, as far as that could be found; its column 1 is the file's
 */
export function readEntry(file: ContentFile, text: string): ReadEntry & { body: string } {
  const parts = splitFrontMatter(file, text);
  if ("problem" in parts) return { file, body: parts.body, problems: [parts.problem] };
  const { body, bodyLine } = parts;
  const whole = { ...file, bodyLine };
  const twice = checkBodyStart(whole, body);
  const yaml = parseFrontMatter(file.source, parts.yaml);
  if (yaml.data === undefined) {
    return { file: whole, body, problems: [...yaml.problems, ...twice] };
  }

  const misplaced = checkEventPlace(yaml, file);
  if (misplaced.length > 0) {
    return { file: whole, body, problems: [...yaml.problems, ...misplaced, ...twice] };
  }
  const kind = kindOf(file);
  const { data, problems } = checkSchema(yaml, frontMatterSchema[file.language][kind], {
    noun: nouns[kind],
    explain: (rule, found) =>
      explainEvent(rule, found, yaml.find(["start"])?.text) ??
      explainName(rule, found) ??
      explainFrontMatter(rule, found, file.language),
    meant: meantChoice,
    foreign: (key, place, nearest) => explainForeignKey(key, place, nearest, yaml, file),
  });
  const forms = kind === "event" ? checkEventForms(yaml) : [];
  const all = [...yaml.problems, ...problems, ...forms, ...checkPlaceholders(yaml), ...twice];
  if (data === undefined || all.length > 0) return { file: whole, body, problems: all };
  return { entry: buildEntry(whole, body, data as FrontMatter, yaml), body, problems: [] };
}

/** The kinds of pages with front matter of their own, in words; all others have that of a page. */
const nouns = {
  article: "an article",
  event: "an event",
  page: "a page",
  welcome: "the welcome page",
} as const;

function kindOf({ kind }: ContentFile): keyof typeof nouns {
  return kind in nouns ? (kind as keyof typeof nouns) : "page";
}

/** The front matter of a page's text, and what it may hold; undefined where its lines cannot be told. */
export function frontMatterOf(file: ContentFile, text: string) {
  const parts = splitFrontMatter(file, text);
  if ("problem" in parts) return undefined;
  const source = frontMatterSource(file.source, parts.yaml);
  return {
    source,
    bodyLine: parts.bodyLine,
    schema: frontMatterSchema[file.language][kindOf(file)],
  };
}

/**
 * Divides a content file at the lines `---` of its front matter: the YAML begins on line 2. A file
 * without any is text from its first line.
 */
function splitFrontMatter(
  file: ContentFile,
  text: string,
): { yaml: string; body: string; bodyLine: number } | { problem: Problem; body: string } {
  const at = (line: number) => ({ path: file.source, line, column: 1 });
  const refuse = (problem: Problem, body = "") => ({ problem, body });
  const lines = text.split("\n");
  const opening = (lines[0] ?? "").trimEnd();
  if (opening !== "---") {
    const problem = openingProblem(lines, opening, at);
    if (problem !== undefined) return refuse(problem);
    const wanted = frontMatterFor(file, lines).map((line) => `\`${line}\``);
    const values = { lines: wanted.join(", ") };
    return refuse(problemOf(frontMatterRules, "front-matter-missing", at(1), values), text);
  }

  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  const found = (lines[closing] ?? "").trimEnd();
  if (closing === -1) {
    const where = whereToClose(lines);
    return refuse(problemOf(frontMatterRules, "front-matter-unclosed", at(1), { where }));
  }
  if (found !== "---") {
    const values = { what: "closes", found: excerpt(found) };
    return refuse(problemOf(frontMatterRules, "front-matter-line", at(closing + 1), values));
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
  at: (line: number) => Place,
): Problem | undefined {
  // `---js`, `--- json`; Hugo's `+++` for TOML; JSON without any mark.
  if (/^(---\s*[a-z]\w*|\+\+\+|;;;|\{)$/i.test(opening)) {
    const advice = inYaml(lines, opening);
    return problemOf(frontMatterRules, "front-matter-language", at(1), { opening, advice });
  }
  const isKey = (line = "") => /^[A-Za-z_][\w-]*[:：]/.test(line);
  if (/^[-–—]+$/.test(opening) && isKey(lines[1])) {
    const values = { what: "opens", found: excerpt(opening) };
    return problemOf(frontMatterRules, "front-matter-line", at(1), values);
  }
  const other = lines.findIndex((line) => !isKey(line) && !/^(?:[ -] |$)/.test(line));
  if (isKey(opening) && lines[other]?.trimEnd() === "---") {
    return problemOf(frontMatterRules, "front-matter-unopened", at(1), {});
  }
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first > 0 && lines[first]?.trimEnd() === "---") {
    return problemOf(frontMatterRules, "front-matter-first", at(first + 1), {});
  }
  return undefined;
}

/** What to do with front matter in another language: JSON is YAML, too, and simple TOML becomes it. */
function inYaml(lines: readonly string[], opening: string): string {
  const last = opening === "{" ? "}" : opening;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === last);
  if (opening === "{" && end > 0) {
    return `write a line \`---\` above this one, and another below line ${end + 1}`;
  }
  const keys = lines.slice(1, Math.max(end, 1)).filter((line) => !/^\s*(?:#|$)/.test(line));
  const pairs = keys.map((line) => simpleToml.exec(line.trim()));
  if (opening !== "+++" || keys.length === 0 || pairs.includes(null)) {
    return "write `---` alone on this line, and below it lines like `title: News`";
  }
  const wanted = pairs.map((pair) => `\`${pair?.[1]}: ${pair?.[2]}\``);
  return `write in place of its lines \`---\`, ${wanted.join(", ")}, \`---\``;
}

/** A key of TOML whose value is one of YAML, too: no table, and no text of several lines. */
const simpleToml = /^([A-Za-z][\w-]*)\s*=\s*(?!"{3}|'{3})([^\s[{].*|\[.*\])$/;

/** Front matter for a text without any, made of what it says already. */
function frontMatterFor({ kind, key }: ContentFile, lines: readonly string[]): string[] {
  const [, day = "2026-11-23", name = ""] =
    /^(?:.*\/)?(?:(\d{4}-\d\d-\d\d)-)?(.*)$/.exec(key) ?? [];
  const heading = lines
    .find((line) => /^#{1,6}[ \t]+\S/.test(line))
    ?.replace(/^#+|(?<!#)#+\s*$/g, "");
  const title =
    heading?.trim() ?? name.replace(/^./, (one) => one.toUpperCase()).replaceAll("-", " ");
  // A line with marks of Markdown in it would have to be written anew.
  const plain = lines.find((line) => /^[\p{L}\p{N}“‘「《（][^*_`<>[\]\\&~]*$/u.test(line));
  const summary = plain?.trim() ?? placeholders.unwritten;
  return [
    "---",
    sampleLine("title", excerpt(title, 60)),
    sampleLine("summary", excerpt(summary, 150)),
    ...(kind === "article" || kind === "event" ? [sampleLine("date", day)] : []),
    ...(kind === "event" ? ["start: 2026-12-05 19:00", "city: liverpool"] : []),
    "---",
  ];
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

/** That words which only hold a place for others stand in drafts alone. */
function checkPlaceholders({ path, data, find }: YamlData): Problem[] {
  if (typeof data === "object" && data !== null && "draft" in data && data.draft === true) {
    return [];
  }
  return ["title", "summary", "venue", "address"].flatMap((key) => {
    const { text = "", value } = find([key]) ?? {};
    if (value === undefined) return [];
    const place = { path, ...value };
    if (text.trimStart().startsWith(placeholders.untranslated)) {
      return [problemOf(frontMatterRules, "still-untranslated", place, { key })];
    }
    const unwritten = text.trim() === placeholders.unwritten;
    return unwritten ? [problemOf(frontMatterRules, "still-unwritten", place, { key })] : [];
  });
}

/** Any front matter that is in order: keys that its kind does not have are undefined. */
type FrontMatter = z.infer<typeof frontMatterSchema.zh.page> &
  Partial<z.infer<typeof frontMatterSchema.zh.article>> &
  Partial<z.infer<typeof frontMatterSchema.zh.event>> &
  Partial<z.infer<typeof frontMatterSchema.zh.welcome>>;

/** The data of the YAML between the `---` lines; nothing at all counts as no keys. */
function parseFrontMatter(path: string, text: string): YamlData {
  const yaml = parseYaml(frontMatterSource(path, text));
  return yaml.data === null ? { ...yaml, data: {} } : yaml;
}

function frontMatterSource(path: string, text: string): YamlSource {
  const asText = ["date", "updated", "translated", "start", "end", "price"];
  return { path, text, firstLine: 2, asText, commentsAfterText: false };
}

/** A file pasted into another, or a program's own front matter (`---js`). */
function checkBodyStart({ source, bodyLine }: ContentFile, body: string): Problem[] {
  if (!/^---(?!-)/.test(body)) return [];
  const place = { path: source, line: bodyLine, column: 1 };
  return [problemOf(frontMatterRules, "front-matter-twice", place, {})];
}

/** The entry that front matter in order and its file make. */
function buildEntry(file: ContentFile, body: string, data: FrontMatter, yaml: YamlData): Entry {
  const { language } = file;
  const date = data.date === undefined ? undefined : readDate(data.date, language);
  const screens = data.screens?.map(({ city, photo, title, text }, index) => {
    const { textStart, aligned } = found(yaml, "screens", index, "text");
    const place = valueAt(yaml, "screens", index, "photo");
    return {
      city,
      photo: { written: photo.trim(), ...place },
      title: title.trim(),
      titleAt: valueAt(yaml, "screens", index, "title"),
      text,
      textAt: textStart,
      textAligned: aligned,
    };
  });
  const [first, second] = screens ?? [];
  const event = readEvent(data);
  const [title, summary] = [data.title.trim(), data.summary.trim()];
  return {
    ...file,
    title,
    summary,
    ...(date === undefined ? {} : { date }),
    ...(data.updated === undefined ? {} : { updated: readDate(data.updated, language) }),
    due: date?.instant,
    archive: data.archive ?? false,
    draft: data.draft ?? false,
    tags: (data.tags ?? []).map((slug, index) => ({ slug, ...valueAt(yaml, "tags", index) })),
    ...(data.photo === undefined ? {} : { photo: buildPhoto(data.photo, yaml) }),
    ...(first === undefined || second === undefined ? {} : { screens: [first, second] }),
    ...(event === undefined ? {} : { event }),
    ...(data.author === undefined ? {} : { authors: namesOf(data.author) }),
    ...(data.translator === undefined ? {} : { translators: namesOf(data.translator) }),
    ...(data.translated === undefined ? {} : { translated: data.translated }),
    textStamp: translationStamp(title, summary, body),
    aliases: (data.aliases ?? []).map(aliasOf),
    aliasPlaces: (data.aliases ?? []).map((_, index) => valueAt(yaml, "aliases", index)),
    places: Object.fromEntries(Object.keys(data).map((key) => [key, valueAt(yaml, key)])),
  };
}

function namesOf(written: string | readonly string[]): string[] {
  return [written].flat().map((name) => name.trim());
}

function buildPhoto(photo: NonNullable<FrontMatter["photo"]>, yaml: YamlData): PhotoReference {
  if (typeof photo === "string") return { written: photo.trim(), ...valueAt(yaml, "photo") };
  const alt = photo.alt?.trim();
  return {
    written: photo.src.trim(),
    ...(alt === undefined ? {} : { alt }),
    ...valueAt(yaml, "photo", "src"),
  };
}

function valueAt(yaml: YamlData, ...path: PropertyKey[]): TextPosition {
  return found(yaml, ...path).value;
}

function found(yaml: YamlData, ...path: PropertyKey[]) {
  const value = yaml.find(path);
  if (value === undefined) throw new Error(`nothing stands at ${path.join(".")} of ${yaml.path}`);
  return value;
}

/** The date of a page: a day begins at 00:00 where the pages of its language are dated. */
function readDate(written: string, language: Language): WrittenDate {
  const zone = timeZone[language];
  const day = parseCivilDate(written);
  if (day !== undefined) return { written, day, instant: startOfDay(day, zone) };
  const instant = parseInstant(written);
  if (instant === undefined) throw new Error(`${written} is no date`);
  return { written, day: civilDateIn(zone, instant), instant };
}
