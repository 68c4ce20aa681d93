import { z } from "zod";
import { civilDateIn, parseCivilDate, parseInstant, startOfDay } from "../lib/dates.ts";
import { type Language, timeZone } from "../lib/languages.ts";
import {
  excerpt,
  type Problem,
  positionFinder,
  problemOf,
  type TextPosition,
} from "../problems/problem.ts";
import { checkSchema } from "../problems/schema.ts";
import { parseYaml, type YamlData } from "../problems/yaml.ts";
import { yamlLineProblem } from "../problems/yaml-faults.ts";
import {
  type ContentFile,
  type Entry,
  type Kind,
  type PhotoReference,
  placeholders,
  type Screen,
  type WrittenDate,
} from "./entry.ts";
import { explainFrontMatter } from "./front-matter-faults.ts";
import { frontMatterRules } from "./front-matter-rules.ts";

interface FrontMatterParts {
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

// The name of a rule in `error` is said in words in front-matter-faults.ts. Descriptions and
// examples reach editors through the JSON Schema.

/** Text of at most so many UTF-16 code units, with something in it. */
const text = (maximum: number, description: string, example: string) =>
  z
    .string()
    .regex(/\S/, { error: "blank" })
    .max(maximum)
    .meta({ description, examples: [example] });

/** A day, or an instant with its offset; the pattern is for editors' tools. */
const date = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/, { error: "date" })
    .refine((written) => (parseCivilDate(written) ?? parseInstant(written)) !== undefined, {
      error: "date",
    })
    .meta({ description, examples: ["2026-11-23"] });

/** @param up from the Markdown file to the root of the project */
const photoPath = (up: string) =>
  z
    .string()
    .regex(/\S/, { error: "blank" })
    .meta({
      description: "Path of the photograph, relative to this file",
      examples: [`${up}assets/photos/huangpu-river.jpg`],
    });

/** A photograph, with its alternative text or without. @param up as of {@link photoPath} */
const photo = (up: string) =>
  z
    .union([
      photoPath(up),
      z.strictObject({
        src: photoPath(up),
        alt: text(
          300,
          "What the photograph shows, for those who cannot see it",
          "Barges",
        ).optional(),
      }),
    ])
    .meta({
      description: "The photograph at the head of the page",
      examples: [`${up}assets/photos/huangpu-river.jpg`],
    })
    .optional();

const head = {
  title: text(120, "Title of the page", "Liverpool in Shanghai"),
  summary: text(
    300,
    "One or two sentences for lists and search engines",
    "A day of music by the river.",
  ),
};

const common = {
  updated: date("Day of the last change that readers should know of").optional(),
  draft: z
    .boolean()
    .meta({ description: "true keeps the page out of the site", examples: [true] })
    .optional(),
  aliases: z
    .array(
      z
        .string()
        // The characters of a path (RFC 3986, pchar) and letters of any script. No dots: an alias
        // becomes a folder, and files of the site have dots in their names.
        .regex(/^(?!.*\s)\/(?:[\w~!$&'()*+,;=:@\u00a1-\uffff-]{1,80}\/)+$/, { error: "alias-form" })
        .max(200)
        .meta({ examples: ["/old-address/"] }),
    )
    .meta({
      description: "Old addresses on this site that lead to this page",
      examples: [["/old-address/"]],
    })
    .optional(),
};

const exampleScreen = {
  city: "liverpool",
  photo: "../../assets/photos/albert-dock.jpg",
  title: "Welcome",
  text: "The two cities greet you.",
};

const screen = z
  .strictObject({
    city: z
      .enum(["liverpool", "shanghai"])
      .meta({ description: "Which city the screen shows", examples: ["liverpool"] }),
    photo: photoPath("../../"),
    title: text(120, "Heading of the screen", "Welcome"),
    text: z
      .string()
      .regex(/\S/, { error: "blank" })
      .meta({
        description: "Markdown: paragraphs and links",
        examples: ["The two cities greet you."],
      }),
  })
  .meta({ examples: [exampleScreen] });

const kinds = {
  page: { ...head, photo: photo("../../"), ...common },
  article: {
    ...head,
    date: date("Day of publication; a day to come keeps the article back until then"),
    archive: z
      .boolean()
      .meta({ description: "true: from the older site, shown without a date", examples: [true] })
      .optional(),
    photo: photo("../../../"),
    ...common,
  },
  welcome: {
    ...head,
    screens: z
      .array(screen)
      .length(2)
      .refine(([one, other]) => one?.city !== other?.city, {
        error: "screen-city-twice",
        path: [1, "city"],
      })
      .meta({
        description: "The two screens that open the page, one a city",
        examples: [[exampleScreen, { ...exampleScreen, city: "shanghai" }]],
      }),
    photo: photo("../../"),
    ...common,
  },
} as const;

const translated = {
  translated: z
    .string()
    .regex(/^[0-9a-f]{8}$/, { error: "translated-form" })
    .meta({
      description: "Stamp of the English text that this translates; the check prints it",
      examples: ["3f9a1c07"],
    })
    .optional(),
};

/** The front matter of each kind of page, in each language. */
export const frontMatterSchema = {
  en: {
    page: z.strictObject(kinds.page),
    article: z.strictObject(kinds.article),
    welcome: z.strictObject(kinds.welcome),
  },
  zh: {
    page: z.strictObject({ ...kinds.page, ...translated }),
    article: z.strictObject({ ...kinds.article, ...translated }),
    welcome: z.strictObject({ ...kinds.welcome, ...translated }),
  },
} as const;

/** Any front matter that is in order: keys that its kind does not have are undefined. */
type FrontMatter = z.infer<typeof frontMatterSchema.zh.page> &
  Partial<z.infer<typeof frontMatterSchema.zh.article>> &
  Partial<z.infer<typeof frontMatterSchema.zh.welcome>>;

/** Which of the schemas a kind of page has. */
function schemaKind(kind: Kind): keyof (typeof frontMatterSchema)[Language] {
  return kind === "article" || kind === "welcome" ? kind : "page";
}

/** That words which only hold a place for others stand in drafts alone. */
function checkPlaceholders({ path, data, find }: YamlData): Problem[] {
  if (typeof data === "object" && data !== null && "draft" in data && data.draft === true) {
    return [];
  }
  return ["title", "summary"].flatMap((key) => {
    const { text = "", value } = find([key]) ?? {};
    if (value === undefined) return [];
    const place = { path, line: value.line, column: value.column };
    if (text.trimStart().startsWith(placeholders.untranslated)) {
      return [problemOf(frontMatterRules, "still-untranslated", place, { key })];
    }
    const unwritten = text.trim() === placeholders.unwritten;
    return unwritten ? [problemOf(frontMatterRules, "still-unwritten", place, { key })] : [];
  });
}

type ReadEntry = { problems: Problem[] } & (
  | { entry: Entry }
  /** If the front matter has an error: the file with its body, as far as that could be found. */
  | { entry?: undefined; file: ContentFile }
);

/** Reads the text of a page (LF line ends, no byte order mark) and checks its front matter. */
export function readEntry(file: ContentFile, text: string): ReadEntry {
  const parts = splitFrontMatter(file.source, text);
  if ("problem" in parts) return { file, problems: [parts.problem] };
  const { body, bodyLine } = parts;
  const whole = { ...file, body, bodyLine };
  const twice = checkBodyStart(whole);
  const yaml = frontMatter(file.source, parts.yaml);
  if (yaml.data === undefined) {
    return { file: whole, problems: [...yaml.problems, ...twice] };
  }

  const kind = schemaKind(file.kind);
  const { data, problems } = checkSchema(yaml, frontMatterSchema[file.language][kind], {
    noun: { article: "an article", page: "a page", welcome: "the welcome page" }[kind],
    explain: (rule, found) => explainFrontMatter(rule, found, file.language),
  });
  const all = [...yaml.problems, ...problems, ...checkPlaceholders(yaml), ...twice];
  if (data === undefined || all.length > 0) return { file: whole, problems: all };
  return { entry: buildEntry(whole, data as FrontMatter, yaml), problems: [] };
}

/** The YAML between the `---` lines; nothing at all counts as no keys. */
function frontMatter(path: string, text: string): YamlData {
  const asText = ["date", "updated", "translated"];
  const yaml = parseYaml({ path, text, firstLine: 2, asText, commentsAfterText: false });
  if (yaml.data === null) return { ...yaml, data: {} };
  const mapping = typeof yaml.data === "object" && !Array.isArray(yaml.data);
  if (yaml.data === undefined || mapping) return yaml;
  const finder = positionFinder(text);
  const place = (offset: number) => {
    const { line, column } = finder(offset);
    return { path, line: line + 1, column };
  };
  const start = text.search(/^[ \t]*[^\s#]/m);
  return { ...yaml, data: undefined, problems: [yamlLineProblem(text, start, place)] };
}

/** A file pasted into another, or a program's own front matter (`---js`). */
function checkBodyStart({ source, body, bodyLine }: ContentFile): Problem[] {
  if (!/^---(?!-)/.test(body)) return [];
  const place = { path: source, line: bodyLine, column: 1 };
  return [problemOf(frontMatterRules, "front-matter-twice", place, {})];
}

/** The entry that front matter in order and its file make. */
function buildEntry(file: ContentFile, data: FrontMatter, yaml: YamlData): Entry {
  const { language } = file;
  const date = data.date === undefined ? undefined : readDate(data.date, language);
  const screens = data.screens?.map((screen, index) => buildScreen(screen, index, yaml));
  const [first, second] = screens ?? [];
  return {
    ...file,
    title: data.title.trim(),
    summary: data.summary.trim(),
    ...(date === undefined ? {} : { date }),
    ...(data.updated === undefined ? {} : { updated: readDate(data.updated, language) }),
    due: date?.instant,
    archive: data.archive ?? false,
    draft: data.draft ?? false,
    ...(data.photo === undefined ? {} : { photo: buildPhoto(data.photo, yaml) }),
    ...(first === undefined || second === undefined ? {} : { screens: [first, second] }),
    ...(data.translated === undefined ? {} : { translated: data.translated }),
    aliases: data.aliases ?? [],
    aliasPlaces: (data.aliases ?? []).map((_, index) => valueAt(yaml, "aliases", index)),
    places: new Map(Object.keys(data).map((key) => [key, valueAt(yaml, key)])),
  };
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

function buildScreen(
  screen: NonNullable<FrontMatter["screens"]>[number],
  index: number,
  yaml: YamlData,
): Screen {
  const { textStart, aligned } = found(yaml, "screens", index, "text");
  return {
    city: screen.city,
    photo: { written: screen.photo.trim(), ...valueAt(yaml, "screens", index, "photo") },
    title: screen.title.trim(),
    text: screen.text,
    textAt: textStart,
    textAligned: aligned,
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

/**
 * Reads the date of a page: a day begins at 00:00 where the pages of its language are dated.
 *
 * @throws if `written` is no date; the schema of front matter lets none such through
 */
export function readDate(written: string, language: Language): WrittenDate {
  const zone = timeZone[language];
  const day = parseCivilDate(written);
  if (day !== undefined) return { written, day, instant: startOfDay(day, zone) };
  const instant = parseInstant(written);
  if (instant === undefined) throw new Error(`${written} is no date`);
  return { written, day: civilDateIn(zone, instant), instant };
}
