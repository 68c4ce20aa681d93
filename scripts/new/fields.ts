import { stringify } from "yaml";
import { contentFile } from "../content/entry.ts";
import { readEntry } from "../content/front-matter.ts";
import { civilDateIn, formatCivilDate, parseCivilDate } from "../lib/dates.ts";
import { timeZone } from "../lib/languages.ts";
import { parseRecord } from "../photos/record.ts";
import type { Problem } from "../problems/problem.ts";
import { suggestFileName } from "../problems/suggest.ts";
import { checkCharacters } from "../problems/text.ts";
import type { Field } from "./ask.ts";

/** What is written as a Markdown file: an article, an event, or a plain page. */
export type TextKind = "news" | "event" | "page";

/** The day of this machine's clock, `YYYY-MM-DD`. Only an offer: the clock of builds decides nothing here. */
export function today(): string {
  return formatCivilDate(civilDateIn(timeZone.en, Date.now()));
}

/**
 * What is asked for a new text.
 *
 * @param today `YYYY-MM-DD`, offered as the day of publication
 */
export function textFields(kind: TextKind, today: string): Field[] {
  const field = (of: keyof DraftHead, text: Omit<Field, "complaint">): Field => ({
    ...text,
    complaint: (value) => frontMatterComplaint(kind, of, value),
  });
  const optional = (name: keyof DraftHead, example: string, question: string): Field =>
    field(name, {
      name,
      example: `--${name} ${example}`,
      question: `${question} (Enter to leave it out)`,
      fallback: "",
    });
  const title = field("title", {
    name: "title",
    example: '"The title"',
    question: "Title in English",
  });
  const summary = field("summary", {
    name: "summary",
    example: '--summary "A day of music by the river."',
    question: "Summary in English, one sentence (Enter to write it later)",
    fallback: "",
  });
  const date = field("date", {
    name: "date",
    example: `--date ${today}`,
    question: "Day of publication",
    fallback: today,
  });
  const chineseTitle = field("title", {
    name: "title-zh",
    example: '--title-zh "河畔音乐日"',
    question: "Title in Chinese (Enter to leave it to the translator)",
    fallback: "",
  });
  const ofEvent = () => [
    field("start", {
      name: "start",
      example: '--start "2026-12-05 19:00"',
      question: "When it begins, by the clocks of its city; a day alone for whole days",
    }),
    optional("end", '"2026-12-05 21:30"', "When it ends, in the same form"),
    field("city", {
      name: "city",
      example: "--city liverpool",
      question: "City: liverpool or shanghai",
    }),
    optional("venue", '"The Bluecoat"', "The house, park or hall"),
    optional("address", '"School Lane, Liverpool L1 3BX"', "Street and town"),
    optional("price", '"£5"', "What it costs, or free"),
    optional(
      "booking",
      "https://example.org/book",
      "Where to book, a page or mailto: and an address",
    ),
  ];
  return [
    title,
    summary,
    ...(kind === "page" ? [] : [date]),
    ...(kind === "event" ? ofEvent() : []),
    chineseTitle,
  ];
}

/**
 * The name of the files, without an ending: of a text (`slug`) the end of its address.
 *
 * @param derived from the title, or from the name that the picture has
 */
export function nameField(name: "slug" | "name", derived: string | undefined): Field {
  const [sample, question] =
    name === "slug"
      ? ["river-festival", "The title makes no address: name it in letters a–z, such as"]
      : ["huangpu-river", "Name it in letters a–z, such as"];
  return {
    name,
    example: `--${name} ${sample}`,
    question: `${question} ${sample}`,
    fallback: derived,
    complaint: nameComplaint,
  };
}

/** What is asked for the record of a new photograph. */
export const photoFields: readonly Field[] = [
  field("alt-en", '"Barges on the river"', "What it shows, in English"),
  field("alt-zh", '"江上驳船"', "What it shows, in Chinese"),
  field("caption-en", '"The Huangpu River at sunrise"', "Caption in English"),
  field("caption-zh", '"日出时分的黄浦江"', "Caption in Chinese"),
  field("credit-en", '"Photograph by the society"', "Who made it, in English"),
  field("credit-zh", '"本会摄影"', "Who made it, in Chinese"),
  field("licence", "CC-BY-4.0", "Licence, by its name at https://spdx.org/licenses/"),
];

function field(name: string, example: string, question: string): Field {
  const complaint = (value: string) => {
    const values = { ...soundRecord, [name]: value };
    const { problems = [] } = parseRecord(recordText("name.jpg", values), "");
    return complain([...checkCharacters(name, value), ...problems]);
  };
  return { name, example: `--${name} ${example}`, question, complaint };
}

const soundRecord = {
  "alt-en": "A",
  "alt-zh": "甲",
  "caption-en": "A",
  "caption-zh": "甲",
  "credit-en": "A",
  "credit-zh": "甲",
  licence: "CC0-1.0",
};

/** Far below what every file system takes, in any alphabet. */
const longest = 100;

/** What is wrong with the name of a file, given without its ending; undefined if nothing is. */
function nameComplaint(name: string): string | undefined {
  if (name.length > longest) {
    return `it has ${name.length} characters, and ${longest} is the most it may have — shorten it`;
  }
  const better = suggestFileName(`${name}.md`)?.slice(0, -".md".length);
  if (better === name) return undefined;
  const advice = better === undefined ? "" : `, such as ${better}`;
  return `\`${name}\` has other characters than lower-case letters a–z, digits and hyphens — write those alone${advice}`;
}

/** What the check would say of a value in the front matter of a text; undefined if nothing. */
function frontMatterComplaint(
  kind: TextKind,
  key: keyof DraftHead,
  value: string,
): string | undefined {
  const name = textKey(kind, "name");
  const file = contentFile(`content/en/${name}.md`, "en", name);
  // Times and days do not go together: the start is of the form that an end has.
  const event = { start: parseCivilDate(value) ? value : "2026-12-05 19:00", city: "liverpool" };
  const sound = {
    title: "A title",
    summary: "A summary.",
    ...(kind === "page" ? {} : { date: "2026-11-23" }),
    ...(kind === "event" ? event : {}),
  };
  const { problems } = readEntry(file, draftText({ ...sound, [key]: value }));
  return complain([...checkCharacters(key, value), ...problems]);
}

/** The path of a new text below its language's folder, without `.md`. */
export function textKey(kind: TextKind, slug: string): string {
  return { news: `news/${slug}`, event: `events/${slug}`, page: slug }[kind];
}

function complain([problem]: readonly Problem[]): string | undefined {
  return problem && `${problem.message} — ${problem.remedy}`;
}

/** What a new page says of itself; what is undefined is left out. */
interface DraftHead extends Partial<Record<(typeof furtherKeys)[number], string | undefined>> {
  title: string;
  summary: string;
}

/** Of an article the first, of an event all. */
export const furtherKeys = [
  "date",
  "start",
  "end",
  "city",
  "venue",
  "address",
  "price",
  "booking",
] as const;

/** The file of a new page: its front matter as a draft, and room for the text. */
export function draftText(head: DraftHead): string {
  return `---\n${stringify({ ...head, draft: true }, { lineWidth: 0 })}---\n\n`;
}

/**
 * The record of a photograph (YAML), with every key explained.
 *
 * @param photo the name of its file
 * @param values by the names of the fields
 */
export function recordText(photo: string, values: Readonly<Record<string, string>>): string {
  const value = (name: string) => stringify(values[name] ?? "", { lineWidth: 0 }).trimEnd();
  return `# What the site says of ${photo}.

# What the photograph shows, in a sentence, for those who do not see it.
alt:
  en: ${value("alt-en")}
  zh: ${value("alt-zh")}

# What stands below it on the page: where and when, and what cannot be seen.
caption:
  en: ${value("caption-en")}
  zh: ${value("caption-zh")}

# Who made it; stands after the caption.
credit:
  en: ${value("credit-en")}
  zh: ${value("credit-zh")}

# The licence by its name at https://spdx.org/licenses/, such as CC-BY-4.0 or CC0-1.0;
# for terms of your own, LicenseRef- and a name.
licence: ${value("licence")}

# The point that stays in the picture where it is cropped: from the left edge and from the top,
# as parts of the whole. The middle is 0.5 and 0.5.
focus: { x: 0.5, y: 0.5 }
`;
}
