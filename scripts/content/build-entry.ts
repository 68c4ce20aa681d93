import type { TextPosition } from "../lib/text-position.ts";
import type { YamlData } from "../lib/yaml-data.ts";
import type { ContentFile, Entry, PhotoReference, Screen } from "./entry.ts";
import type { FrontMatter } from "./front-matter-schema.ts";
import { readDate } from "./read-date.ts";

/** The entry that front matter in order and its file make. */
export function buildEntry(file: ContentFile, data: FrontMatter, yaml: YamlData): Entry {
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
