import { stringify } from "yaml";
import { contentFile } from "../content/entry.ts";
import { readEntry } from "../content/front-matter.ts";
import { parseRecord } from "../photos/record.ts";
import { suggestFileName } from "../problems/suggest.ts";
import { checkCharacters } from "../problems/text.ts";

/** One value that a new file takes: given on the command line, or asked for on a terminal. */
export interface Field {
  name: string;
  /** How it stands on the command line, with an example: `--date 2026-11-23`. */
  example: string;
  /** What a terminal is asked, without a colon. */
  question: string;
  /** Taken where nothing is said; without it, something must be. */
  fallback?: string;
  /** What is wrong with a value and how to mend it; undefined if nothing is. */
  complaint: (value: string) => string | undefined;
}

/** Puts a question to the one at the terminal and gives back the line they type. */
export type Ask = (question: string) => Promise<string>;

/** What is written as a Markdown file: an article, or a plain page. */
export type TextKind = "news" | "page";

/**
 * What is asked for a new text.
 *
 * @param today `YYYY-MM-DD`, offered as the day of publication
 */
export function textFields(kind: TextKind, today: string): Field[] {
  const title: Field = {
    name: "title",
    example: '"The title"',
    question: "Title in English",
    complaint: (value) => frontMatterComplaint("title", value),
  };
  const summary: Field = {
    name: "summary",
    example: '--summary "A day of music by the river."',
    question: "Summary in English, one sentence (Enter to write it later)",
    fallback: "",
    complaint: (value) => frontMatterComplaint("summary", value),
  };
  const date: Field = {
    name: "date",
    example: `--date ${today}`,
    question: "Day of publication",
    fallback: today,
    complaint: (value) => frontMatterComplaint("date", value),
  };
  const chineseTitle: Field = {
    name: "title-zh",
    example: '--title-zh "河畔音乐日"',
    question: "Title in Chinese (Enter to leave it to the translator)",
    fallback: "",
    complaint: (value) => frontMatterComplaint("title", value),
  };
  return [title, summary, ...(kind === "news" ? [date] : []), chineseTitle];
}

/** The name of the files, which is the end of the address. @param derived from the title */
export function slugField(derived: string | undefined): Field {
  return {
    name: "slug",
    example: "--slug river-festival",
    question: "The title makes no address: name it in letters a–z, such as river-festival",
    ...(derived === undefined ? {} : { fallback: derived }),
    complaint: nameComplaint,
  };
}

const sound: Readonly<Record<string, string>> = {
  "alt-en": "A",
  "alt-zh": "甲",
  "caption-en": "A",
  "caption-zh": "甲",
  "credit-en": "A",
  "credit-zh": "甲",
  licence: "CC0-1.0",
};

const field = (name: string, example: string, question: string): Field => ({
  name,
  example: `--${name} ${example}`,
  question,
  complaint: (value) => {
    const { problems = [] } = parseRecord(recordText("name.jpg", { ...sound, [name]: value }), "");
    const [problem] = [...checkCharacters(name, value), ...problems];
    return problem && `${problem.message} — ${problem.remedy}`;
  },
});

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

/** The name of the photograph's files. @param derived from the name that it has */
export function nameField(derived: string | undefined): Field {
  return {
    name: "name",
    example: "--name huangpu-river",
    question: "Name it in letters a–z, such as huangpu-river",
    ...(derived === undefined ? {} : { fallback: derived }),
    complaint: nameComplaint,
  };
}

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

const frontMatterComplaintSound = { title: "A title", summary: "A summary.", date: "2026-11-23" };

/** What the check would say of a value in the front matter of an article; undefined if nothing. */
function frontMatterComplaint(key: keyof DraftHead, value: string): string | undefined {
  const file = contentFile("content/en/news/name.md", "en", "news/name");
  const text = draftText({ ...frontMatterComplaintSound, [key]: value });
  const [problem] = [...checkCharacters(key, value), ...readEntry(file, text).problems];
  return problem && `${problem.message} — ${problem.remedy}`;
}

/** What a new page says of itself. */
interface DraftHead {
  title: string;
  summary: string;
  /** Of an article. */
  date?: string;
}

/** The file of a new page: its front matter as a draft, and room for the text. */
export function draftText(head: DraftHead): string {
  return `---\n${stringify({ ...head, draft: true }, { lineWidth: 0 })}---\n\n`;
}

/** What is said of a new photograph, by the names of the fields. */
type RecordValues = Readonly<Record<string, string>>;

/** The record of a photograph (YAML), with every key explained. @param photo the name of its file */
export function recordText(photo: string, values: RecordValues): string {
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
