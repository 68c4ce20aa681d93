import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { checkContent } from "../content/content.ts";
import { type ContentFile, contentFile, placeholders } from "../content/entry.ts";
import { languages } from "../lib/languages.ts";
import { listFolder } from "../lib/listing.ts";
import { photoFolder, recordPath } from "../photos/names.ts";
import { inspectOriginal, type Original, openMeasures } from "../photos/original.ts";
import { ContentFailure, EnvironmentFailure, excerpt } from "../problems/problem.ts";
import { foldedPath, suggestFileName } from "../problems/suggest.ts";
import { type Ask, collectValues, type Field } from "./ask.ts";
import {
  draftText,
  furtherKeys,
  nameField,
  photoFields,
  recordText,
  type TextKind,
  textFields,
  textKey,
} from "./fields.ts";

/** What is asked for on the command line, and on a terminal. */
interface NewRequest {
  /** The project's folder, absolute. */
  root: string;
  /** What the command line says, by the names of the fields. */
  given: Readonly<Record<string, string | undefined>>;
  /** Undefined where there is no terminal. */
  ask: Ask | undefined;
}

/** What a command is about to write. */
interface NewFiles {
  /** By path from the project's root, with forward slashes. */
  files: ReadonlyMap<string, string | Uint8Array>;
  /** What to do with them, one step a line. */
  next: readonly string[];
}

/**
 * A new article, event or page: a draft in each language.
 *
 * @param today `YYYY-MM-DD`
 * @throws EnvironmentFailure if something is wrong or missing, or the address is taken
 */
export async function newText(
  kind: TextKind,
  request: NewRequest,
  today: string,
): Promise<NewFiles> {
  const { root, given, ask } = request;
  const values = await collectValues(textFields(kind, today), given, ask);
  const { title = "", summary = "", "title-zh": chineseTitle } = values;
  const slug = await fileName("slug", title, request);

  const key = textKey(kind, slug);
  const [en, zh] = languages.map((language) =>
    contentFile(`content/${language}/${key}.md`, language, key),
  ) as [ContentFile, ContentFile];
  const further = Object.fromEntries(furtherKeys.map((name) => [name, values[name] || undefined]));
  const english = { title, summary: summary || placeholders.unwritten, ...further };
  const places = (["venue", "address"] as const).flatMap((name) => {
    const text = values[name];
    return text ? [[name, untranslated(text, longest[name])]] : [];
  });
  const chinese = {
    title: untranslated(chineseTitle || title, longest.title),
    summary: untranslated(summary, longest.summary),
    ...further,
    ...Object.fromEntries(places),
  };
  await refuseTaken(root, [
    { ...en, title },
    { ...zh, title: chinese.title },
  ]);
  const page =
    "The page will stand at the foot of every page; for the main navigation add it to content/_data/navigation.yaml.";
  return {
    files: new Map([
      [en.source, draftText(english)],
      [zh.source, draftText(chinese)],
    ]),
    next: [
      `Write the summary and the text in ${en.source}.`,
      `Translate them in ${zh.source}, and take ${placeholders.untranslated} away.`,
      `Look at both with \`npm start\`: http://localhost:8080${en.address} and http://localhost:8080${zh.address}`,
      "Delete the line `draft: true` in both when they are ready to be published.",
      ...(kind === "page" ? [page] : []),
    ],
  };
}

/** In UTF-16 code units; see the schema of front matter. */
const longest = { title: 120, summary: 300, venue: 120, address: 200 };

/** `text` with the mark for translators before it, shortened where that makes it too long. */
function untranslated(text: string, maximum: number): string {
  const room = maximum - placeholders.untranslated.length;
  // No character has more than two code units.
  const fitting = text.length > room ? excerpt(text, room / 2) : text;
  return placeholders.untranslated + fitting;
}

/**
 * Lets pages pass whose addresses and titles no page of the project at `root` has, drafts and old
 * addresses included. Throws an EnvironmentFailure for the others.
 */
async function refuseTaken(
  root: string,
  wanted: readonly (ContentFile & { title: string })[],
): Promise<void> {
  const { entries, incomplete } = await checkContent(root);
  const taken = wanted.flatMap(({ source, address }) => {
    const isSame = (other: string) => foldedPath(other) === foldedPath(address);
    const page = [...entries, ...incomplete].find((file) => isSame(file.address));
    if (page?.source === source) return [`${source} is there already`];
    if (page !== undefined) return [`${page.source} has the address ${address} already`];
    const alias = entries.find(({ aliases }) => aliases.some(isSame));
    return alias ? [`${address} is an old address that leads to ${alias.source}`] : [];
  });
  if (taken.length > 0) {
    const advice = "choose another title, or another --slug";
    throw new EnvironmentFailure(`${taken.join(", and ")} — ${advice}`);
  }
  for (const { language, kind, title } of wanted) {
    const twin = entries.find((entry) => entry.language === language && entry.title === title);
    // Events are told apart by their days.
    if (twin === undefined || (twin.event && kind === "event")) continue;
    throw new EnvironmentFailure(`${twin.source} has the same title — choose another`);
  }
}

/**
 * A new photograph: a copy of the picture under a good name, and its record. A picture that is in
 * `assets/photos/` already keeps its name and place.
 *
 * @param from where a relative path of the picture begins, absolute
 * @throws ContentFailure if the picture cannot be used
 * @throws EnvironmentFailure if something is wrong or missing, or the name is taken
 */
export async function newPhoto(request: NewRequest, from: string): Promise<NewFiles> {
  const { root, given, ask } = request;
  // As it was typed: two blanks in the name of a file are two.
  const written = given.file ?? (await collectValues([fileField], {}, ask)).file ?? "";
  const file = path.resolve(from, written);
  const { format } = await inspect(root, file, written);
  const inFolder = path.relative(path.join(root, photoFolder), file);
  const isThere = !inFolder.startsWith("..") && !path.isAbsolute(inFolder);
  const goodName = async () => {
    const name = await fileName("name", path.parse(file).name, request);
    // By what the picture is, not by what it is called.
    return `${name}.${format === "jpeg" ? "jpg" : format}`;
  };
  const name = isThere ? inFolder.replaceAll(path.sep, "/") : await goodName();
  const photo = `${photoFolder}/${name}`;
  const record = recordPath(photo);
  await refuseTakenPhoto(root, photo, isThere);

  const values = await collectValues(photoFields, given, ask);
  const files = new Map<string, string | Uint8Array>();
  if (!isThere) files.set(photo, await readFile(file));
  files.set(record, recordText(path.posix.basename(photo), values));
  return {
    files,
    next: [
      `Show it in a page with \`![](../../${photo})\`, in an article with \`![](../../../${photo})\`.`,
      `If crops lose what matters, move \`focus\` in ${record}.`,
    ],
  };
}

const fileField: Field = {
  name: "file",
  example: "FILE",
  question: "Path of the picture",
  complaint: () => undefined,
};

async function inspect(root: string, file: string, written: string): Promise<Original> {
  const cache = await openMeasures(path.join(root, ".cache/photos"));
  const { original, fault } = await inspectOriginal(path.dirname(file), path.basename(file), cache);
  if (original !== undefined) return original;
  const problem = fault({ path: written, line: 1, column: 1 });
  if (problem.rule !== "photo-missing") throw new ContentFailure([problem]);
  throw new EnvironmentFailure(`There is no file ${written} — give the path of the picture`);
}

/** Two pictures that differ only in their ending would share a record. */
async function refuseTakenPhoto(root: string, photo: string, isThere: boolean): Promise<void> {
  const record = recordPath(photo).toLowerCase();
  const same = [...(await listFolder(root, photoFolder)).keys()].find(
    (path) => recordPath(path).toLowerCase() === record && !(isThere && path === photo),
  );
  if (same === undefined) return;
  const advice = isThere
    ? "edit that record, or rename the picture"
    : "give another name with --name";
  throw new EnvironmentFailure(`${same} is there already — ${advice}`);
}

/** The name of new files, without an ending: as given, else made of `text`; asked for if it has no such letters. */
async function fileName(flag: "slug" | "name", text: string, request: NewRequest): Promise<string> {
  const derived = nameFor(text);
  const ask = derived === undefined ? request.ask : undefined;
  const { [flag]: name = "" } = await collectValues([nameField(flag, derived)], request.given, ask);
  return name;
}

/** Longer addresses are cut off in messages and hard to say. */
const longestName = 60;

/** A name for files, cut between words where it is long; undefined if the text has no letters a–z and no digits. */
export function nameFor(text: string): string | undefined {
  const name = suggestFileName(`${text}.md`)?.slice(0, -".md".length);
  if (name === undefined || name.length <= longestName) return name;
  const cut = name.lastIndexOf("-", longestName);
  return name.slice(0, cut > 0 ? cut : longestName);
}

/**
 * Writes files that must not be there yet, below `root`: all of them, or none.
 *
 * @throws EnvironmentFailure if one is there; whatever the disk throws
 */
export async function writeNewFiles(root: string, files: NewFiles["files"]): Promise<void> {
  const written: string[] = [];
  try {
    for (const [file, content] of files) {
      const target = path.join(root, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") {
          throw new EnvironmentFailure(
            `${file} is there already — move it away, or choose another name`,
          );
        }
        // Any other error comes after the file was made, which then holds a part at most.
        written.push(target);
        throw error;
      });
      written.push(target);
    }
  } catch (error) {
    for (const target of written) await rm(target, { force: true });
    throw error;
  }
}
