import { z } from "zod";
import { parseCivilDate } from "../lib/parse-civil-date.ts";
import { parseInstant } from "../lib/parse-instant.ts";

// The name of a rule in `error` is said in words in explain-front-matter.ts. Descriptions and
// examples reach editors through the JSON Schema.

/** Text of at most so many UTF-16 code units, with something in it. */
export const text = (maximum: number, description: string, example: string) =>
  z
    .string()
    .regex(/\S/, { error: "blank" })
    .max(maximum)
    .meta({ description, examples: [example] });

/** A day, or an instant with its offset; the pattern is for editors' tools. */
export const date = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/, { error: "date" })
    .refine((written) => (parseCivilDate(written) ?? parseInstant(written)) !== undefined, {
      error: "date",
    })
    .meta({ description, examples: ["2026-11-23"] });

/** @param up from the Markdown file to the root of the project */
export const photoPath = (up: string) =>
  z
    .string()
    .regex(/\S/, { error: "blank" })
    .meta({
      description: "Path of the photograph, relative to this file",
      examples: [`${up}assets/photos/huangpu-river.jpg`],
    });

/** A photograph, with its alternative text or without. @param up as of {@link photoPath} */
export const photo = (up: string) =>
  z
    .union([
      photoPath(up),
      z.strictObject({
        src: photoPath(up),
        alt: text(
          300,
          "What the photograph shows, for those who cannot see it",
          "Barges",
        ).optional(),
      }),
    ])
    .meta({
      description: "The photograph at the head of the page",
      examples: [`${up}assets/photos/huangpu-river.jpg`],
    })
    .optional();
