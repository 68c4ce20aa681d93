import { z } from "zod";

const text = z.string().trim().min(1);

// Descriptions reach editors through the JSON Schema, examples through messages too.

const inEachLanguage = (description: string, en: string, zh: string) =>
  z
    .strictObject({ en: text.meta({ examples: [en] }), zh: text.meta({ examples: [zh] }) })
    .meta({ description, examples: [{ en: "…", zh: "…" }] });

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
  alt: z
    .strictObject({
      en: z
        .string()
        .trim()
        .meta({ examples: ["Barges on the river"] }),
      zh: z
        .string()
        .trim()
        .meta({ examples: ["江上驳船"] }),
    })
    .meta({
      description: "What the photograph shows, for those who do not see it",
      examples: [{ en: "…", zh: "…" }],
    }),
  caption: inEachLanguage(
    "What stands below it on the page",
    "The Huangpu River at sunrise",
    "日出时分的黄浦江",
  ),
  credit: inEachLanguage("Who made it", "Photograph by the society", "本会摄影"),
  licence: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*$/, { error: "licence-form" })
    .meta({
      description:
        "SPDX identifier, https://spdx.org/licenses/, or LicenseRef- and a name for terms of your own",
      examples: ["CC0-1.0"],
    }),
  focus: z
    .strictObject({
      x: fraction("From the left edge of the upright picture, as a part of its width"),
      y: fraction("From its top, as a part of its height"),
    })
    .meta({ description: "The point that crops keep", examples: [{ x: 0.5, y: 0.5 }] }),
});

export type PhotoRecord = z.infer<typeof photoRecordSchema>;
