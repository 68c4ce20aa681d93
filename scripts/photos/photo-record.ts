import { z } from "zod";

const text = z.string().trim().min(1);

/** A text in each language; `examples` are what a message gives to copy. */
const inEachLanguage = (en: string, zh: string) =>
  z
    .strictObject({ en: text.meta({ examples: [en] }), zh: text.meta({ examples: [zh] }) })
    .meta({ examples: [{ en: "…", zh: "…" }] });

const fraction = z
  .number()
  .min(0)
  .max(1)
  .meta({ examples: [0.5] });

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
    .meta({ examples: [{ en: "…", zh: "…" }] }),
  caption: inEachLanguage("The Huangpu River at sunrise", "日出时分的黄浦江"),
  credit: inEachLanguage("Photograph by the society", "本会摄影"),
  /** SPDX identifier, or `LicenseRef-…` for terms of one's own, https://spdx.org/licenses/ */
  licence: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*$/, { error: "licence-form" })
    .meta({ examples: ["CC0-1.0"] }),
  /** The point that crops keep, as fractions from the left and top edge of the upright picture. */
  focus: z.strictObject({ x: fraction, y: fraction }).meta({ examples: [{ x: 0.5, y: 0.5 }] }),
});

export type PhotoRecord = z.infer<typeof photoRecordSchema>;
