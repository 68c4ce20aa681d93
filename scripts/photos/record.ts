import { z } from "zod";
import type { Fault, Problem } from "../problems/problem.ts";
import { checkSchema } from "../problems/schema.ts";
import { readTextFile, type UnsavedTexts } from "../problems/text.ts";
import { parseYaml } from "../problems/yaml.ts";
import { isLicence, licenceMeant, licencesIn, spelledLicence } from "./licences.ts";
import { photoFault } from "./rules.ts";

// Descriptions reach editors through the JSON Schema, examples through messages too.

const inEachLanguage = (text: z.ZodString, description: string, en: string, zh: string) =>
  z
    .strictObject({ en: text.meta({ examples: [en] }), zh: text.meta({ examples: [zh] }) })
    .meta({ description, examples: [{ en: "…", zh: "…" }] });

const text = z.string().trim();

const fraction = (description: string) =>
  z
    .number()
    .min(0)
    .max(1)
    .meta({ description, examples: [0.5] });

/**
 * What is known of a photograph: NAME.yaml beside NAME.jpg. Alternative text may be an empty string where
 * every use gives its own; a language left out altogether is an omission.
 */
export const photoRecordSchema = z.strictObject({
  alt: inEachLanguage(
    text,
    "What the photograph shows, for those who do not see it",
    "Barges on the river",
    "江上驳船",
  ),
  caption: inEachLanguage(
    text.min(1),
    "What stands below it on the page",
    "The Huangpu River at sunrise",
    "日出时分的黄浦江",
  ),
  credit: inEachLanguage(text.min(1), "Who made it", "Photograph by the society", "本会摄影"),
  licence: z
    .string()
    .overwrite(spelledLicence)
    .refine(isLicence, { error: "licence-form" })
    .meta({
      description:
        "SPDX identifier, https://spdx.org/licenses/, or LicenseRef- and a name for terms of your own",
      examples: ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "LicenseRef-society"],
    }),
  focus: z
    .strictObject({
      x: fraction("From the left edge of the upright picture, as a part of its width"),
      y: fraction("From its top, as a part of its height"),
    })
    .meta({ description: "The point that crops keep", examples: [{ x: 0.5, y: 0.5 }] }),
});

export type PhotoRecord = z.infer<typeof photoRecordSchema>;

/** A sound record, or everything that is wrong with it, each at its place in the file. */
type ParsedRecord =
  | { record: PhotoRecord; problems?: never }
  | { record?: never; problems: Problem[] };

/** Reads a photograph's record: YAML, LF line ends. `path` is the record's own, for the problems. */
export function parseRecord(text: string, path: string): ParsedRecord {
  const yaml = parseYaml({ path, text, firstLine: 1 });
  if (yaml.data === undefined) return { problems: yaml.problems };
  if (yaml.data === null) {
    return { problems: [photoFault("record-empty", {})({ path, line: 1, column: 1 })] };
  }
  const { data, problems } = checkSchema(yaml, photoRecordSchema, {
    noun: "a photograph's record",
    explain(rule, { place, value }) {
      if (rule !== "licence-form") throw new Error(`there are no words for ${rule}`);
      return licenceFault(value.text ?? value.written)(place);
    },
  });
  const all = [...yaml.problems, ...problems];
  return data === undefined || all.length > 0 ? { problems: all } : { record: data };
}

function licenceFault(found: string): Fault {
  const [one] = licencesIn(found);
  if (one !== undefined) return photoFault("licence-one", { found, one });
  const nearest = licenceMeant(found);
  return nearest === undefined
    ? photoFault("licence-form", { found })
    : photoFault("licence-misspelt", { found, nearest });
}

/** Reads and parses the record at `path` (from `root`), which is known to be there. */
export function readRecord(root: string, path: string, unsaved?: UnsavedTexts): ParsedRecord {
  const { text, problems } = readTextFile(root, path, unsaved);
  if (text === undefined) return { problems };
  const parsed = parseRecord(text, path);
  if (problems.length === 0) return parsed;
  return { problems: [...problems, ...(parsed.problems ?? [])] };
}
