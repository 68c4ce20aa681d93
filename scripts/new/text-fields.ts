import type { Field } from "./field.ts";
import { frontMatterComplaint } from "./front-matter-complaint.ts";
import { nameComplaint } from "./name-complaint.ts";

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
