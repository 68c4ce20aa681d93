import { readFile } from "node:fs/promises";
import path from "node:path";
import { openCache } from "../cache/open-cache.ts";
import { ContentFailure, EnvironmentFailure } from "../lib/failure.ts";
import { inspectOriginal, measureCache, type Original } from "../photos/original.ts";
import { listPhotoFolder, photoFolder, recordPath } from "../photos/use.ts";
import type { Ask } from "./ask.ts";
import { collectValues } from "./collect-values.ts";
import type { Field } from "./field.ts";
import type { NewFiles } from "./new-files.ts";
import { nameField, photoFields } from "./photo-fields.ts";
import { recordText } from "./record-text.ts";
import { titleSlug } from "./title-slug.ts";

type Given = Readonly<Record<string, string | undefined>>;

const fileField: Field = {
  name: "file",
  example: "FILE",
  question: "Path of the picture",
  complaint: () => undefined,
};

/**
 * A new photograph: a copy of the picture under a good name, and its record. A picture that is in
 * `assets/photos/` already keeps its name and place.
 *
 * @param root the project's folder, absolute
 * @param from where a relative path of the picture begins, absolute
 * @param given what the command line says, by the names of the fields
 * @throws ContentFailure if the picture cannot be used
 * @throws EnvironmentFailure if something is wrong or missing, or the name is taken
 */
export async function newPhoto(
  root: string,
  from: string,
  given: Given,
  ask: Ask | undefined,
): Promise<NewFiles> {
  // As it was typed: two blanks in the name of a file are two.
  const written = given.file ?? (await collectValues([fileField], {}, ask)).file ?? "";
  const file = path.resolve(from, written);
  const original = await inspect(root, file, written);
  const inFolder = path.relative(path.join(root, photoFolder), file);
  const isThere = !inFolder.startsWith("..") && !path.isAbsolute(inFolder);
  const photo = isThere
    ? `${photoFolder}/${inFolder.replaceAll(path.sep, "/")}`
    : await goodPath(file, original, given, ask);
  const record = recordPath(photo);
  await refuseTaken(root, photo, isThere);

  const values = await collectValues(photoFields, given, ask);
  const copy = isThere ? [] : [[photo, await readFile(file)] as const];
  return {
    files: new Map<string, string | Uint8Array>([
      ...copy,
      [record, recordText(path.posix.basename(photo), values)],
    ]),
    next: [
      `Show it in a page with \`![](../../${photo})\`, in an article with \`![](../../../${photo})\`.`,
      `If crops lose what matters, move \`focus\` in ${record}.`,
    ],
  };
}

async function inspect(root: string, file: string, written: string): Promise<Original> {
  const cache = measureCache(await openCache(path.join(root, ".cache/photos/measures")));
  const { original, fault } = await inspectOriginal(path.dirname(file), path.basename(file), cache);
  if (original !== undefined) return original;
  const problem = fault({ path: written, line: 1, column: 1 });
  if (problem.rule !== "photo-missing") throw new ContentFailure([problem]);
  throw new EnvironmentFailure(`There is no file ${written} — give the path of the picture`);
}

/** By what the picture is, not by what it is called. */
async function goodPath(
  file: string,
  { format }: Original,
  given: Given,
  ask: Ask | undefined,
): Promise<string> {
  const derived = titleSlug(path.parse(file).name);
  const askForName = derived === undefined ? ask : undefined;
  const { name } = await collectValues([nameField(derived)], given, askForName);
  return `${photoFolder}/${name}.${format === "jpeg" ? "jpg" : format}`;
}

/** Two pictures that differ only in their ending would share a record. */
async function refuseTaken(root: string, photo: string, isThere: boolean): Promise<void> {
  const record = recordPath(photo).toLowerCase();
  const same = [...(await listPhotoFolder(root)).keys()].find(
    (path) => recordPath(path).toLowerCase() === record && !(isThere && path === photo),
  );
  if (same === undefined) return;
  const advice = isThere
    ? "edit that record, or rename the picture"
    : "give another name with --name";
  throw new EnvironmentFailure(`${same} is there already — ${advice}`);
}
