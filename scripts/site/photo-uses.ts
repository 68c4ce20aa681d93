import type { PhotoReference } from "../content/entry.ts";
import { placeInFile } from "../markdown/places.ts";
import type { PhotoUse } from "../photos/use.ts";
import type { ContentText } from "./content-texts.ts";

/** Every photograph that a text shows; a file's body answers for its front matter too. */
export function photoUses(text: ContentText): PhotoUse[] {
  const { file, short, references } = text;
  const { source, language } = file;
  const inFrontMatter = short
    ? []
    : [file.photo, ...(file.screens ?? []).map(({ photo }) => photo)];
  return [
    ...inFrontMatter
      .filter((photo): photo is PhotoReference => photo !== undefined)
      .map(({ written, alt, line, column }) => ({ source, language, written, alt, line, column })),
    ...references.images.map(({ written, alt, line, column }) => ({
      source,
      language,
      written,
      alt,
      ...placeInFile(text, { line, column }),
    })),
  ];
}
