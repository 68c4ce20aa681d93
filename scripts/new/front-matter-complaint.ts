import { contentFile } from "../content/entry.ts";
import { readEntry } from "../content/front-matter.ts";
import { checkCharacters } from "../lib/check-characters.ts";
import { type DraftHead, draftText } from "./draft-text.ts";

const sound = { title: "A title", summary: "A summary.", date: "2026-11-23" };

/** What the check would say of a value in the front matter of an article; undefined if nothing. */
export function frontMatterComplaint(key: keyof DraftHead, value: string): string | undefined {
  const file = contentFile("content/en/news/name.md", "en", "news/name");
  const text = draftText({ ...sound, [key]: value });
  const [problem] = [...checkCharacters(key, value), ...readEntry(file, text).problems];
  return problem && `${problem.message} — ${problem.remedy}`;
}
