import { type ContentFile, contentFile, placeholders } from "../content/entry.ts";
import { excerpt } from "../lib/excerpt.ts";
import { languages } from "../lib/language.ts";
import type { Ask } from "./ask.ts";
import { collectValues } from "./collect-values.ts";
import { draftText } from "./draft-text.ts";
import type { NewFiles } from "./new-files.ts";
import { refuseTaken } from "./refuse-taken.ts";
import { slugField, type TextKind, textFields } from "./text-fields.ts";
import { titleSlug } from "./title-slug.ts";

/** Of a title and a summary, in UTF-16 code units; see the schema of front matter. */
const longest = { title: 120, summary: 300 };

/**
 * A new article or page: a draft in each language.
 *
 * @param root the project's folder, absolute
 * @param given what the command line says, by the names of the fields
 * @param today `YYYY-MM-DD`
 * @throws EnvironmentFailure if something is wrong or missing, or the address is taken
 */
export async function newText(
  root: string,
  kind: TextKind,
  given: Readonly<Record<string, string | undefined>>,
  ask: Ask | undefined,
  today: string,
): Promise<NewFiles> {
  const values = await collectValues(textFields(kind, today), given, ask);
  const { title = "", summary = "", date, "title-zh": chineseTitle } = values;
  const derived = titleSlug(title);
  const askForSlug = derived === undefined ? ask : undefined;
  const { slug } = await collectValues([slugField(derived)], given, askForSlug);

  const key = kind === "news" ? `news/${slug}` : `${slug}`;
  const [en, zh] = languages.map((language) =>
    contentFile(`content/${language}/${key}.md`, language, key),
  ) as [ContentFile, ContentFile];
  const day = date === undefined ? {} : { date };
  const english = { title, summary: summary || placeholders.unwritten, ...day };
  const chinese = {
    title: untranslated(chineseTitle || title, longest.title),
    summary: untranslated(summary, longest.summary),
    ...day,
  };
  await refuseTaken(root, [
    { ...en, title },
    { ...zh, title: chinese.title },
  ]);
  return {
    files: new Map([
      [en.source, draftText(english)],
      [zh.source, draftText(chinese)],
    ]),
    next: nextSteps(kind, en, zh),
  };
}

/** `text` with the mark for translators before it, shortened where that makes it too long. */
function untranslated(text: string, maximum: number): string {
  const room = maximum - placeholders.untranslated.length;
  // No character has more than two code units.
  const fitting = text.length > room ? excerpt(text, room / 2) : text;
  return placeholders.untranslated + fitting;
}

function nextSteps(kind: TextKind, en: ContentFile, zh: ContentFile): string[] {
  return [
    `Write the summary and the text in ${en.source}.`,
    `Translate them in ${zh.source}, and take ${placeholders.untranslated} away.`,
    `Look at both with \`npm start\`: http://localhost:8080${en.address} and http://localhost:8080${zh.address}`,
    "Delete the line `draft: true` in both when they are ready to be published.",
    ...(kind === "page"
      ? [
          "The page will stand at the foot of every page; for the main navigation add it to content/_data/navigation.yaml.",
        ]
      : []),
  ];
}
