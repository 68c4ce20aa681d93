import { z } from "zod";
import { parseCivilDate } from "../lib/parse-civil-date.ts";

// The name of a rule in `error` is said in words in explain-facts.ts.

const text = (example: string) =>
  z
    .string()
    .regex(/\S/, { error: "blank" })
    .meta({ examples: [example] });

const bilingual = (en: string, zh: string) =>
  z.strictObject({ en: text(en), zh: text(zh) }).meta({ examples: [{ en, zh }] });

const timeZones = new Set(Intl.supportedValuesOf("timeZone"));

const city = z.strictObject({
  name: bilingual("Liverpool", "利物浦"),
  place: bilingual("Pier Head", "皮尔海德"),
  river: bilingual("River Mersey", "默西河"),
  latitude: z
    .number()
    .min(-90)
    .max(90)
    .meta({ examples: [53.4047] }),
  longitude: z
    .number()
    .min(-180)
    .max(180)
    .meta({ examples: [-2.9963] }),
  timeZone: z
    .string()
    .refine((name) => timeZones.has(name), { error: "time-zone-name" })
    .meta({ examples: ["Europe/London"] }),
});

/** `content/_data/site.yaml` */
export const siteSchema = z.strictObject({
  origin: z
    .string()
    .refine(isOrigin, { error: "origin-form" })
    .meta({ examples: ["https://www.l-s-p.org.uk"] }),
  name: bilingual("The Twinning of the Cities of Liverpool and Shanghai", "利物浦—上海友好城市"),
  contact: z.strictObject({
    address: z
      .array(text("824 Kamdown Road"))
      .min(1)
      .meta({ examples: [["824 Kamdown Road"]] }),
    telephone: z
      .string()
      .regex(/^\+?\d(?:[\d ]*\d)?$/, { error: "telephone-form" })
      .meta({ examples: ["01824 8269 2744"] }),
    email: z
      .string()
      .regex(/^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i, { error: "email-form" })
      .meta({ examples: ["getintouch@l-s-p.org.uk"] }),
  }),
  cities: z.strictObject({ liverpool: city, shanghai: city }),
  security: z.strictObject({
    expires: z
      .string()
      .refine((written) => parseCivilDate(written) !== undefined, { error: "expires-form" })
      .meta({ examples: ["2027-10-31"] }),
  }),
});

/** `content/_data/navigation.yaml` */
export const navigationSchema = z
  .array(z.strictObject({ page: text("about"), label: bilingual("About", "关于") }))
  .min(1);

/** `content/_data/timeline.yaml` */
export const timelineSchema = z
  .array(
    z.strictObject({
      when: z
        .string()
        .refine((when) => /^[1-9]\d{3}$/.test(when) || parseCivilDate(when) !== undefined, {
          error: "when-form",
        })
        .meta({ examples: ["2000"] }),
      what: bilingual("The Chinese Arch rises in Liverpool", "中国牌楼在利物浦落成"),
      source: bilingual("The Independent, 31 March 2000", "英国《独立报》，2000年3月31日"),
    }),
  )
  .min(1);

/** Words of the interface: nested groups of texts. */
export interface Strings {
  [key: string]: string | Strings;
}

/** `content/_data/strings/*.yaml` */
export const stringsSchema: z.ZodType<Strings> = z.lazy(() =>
  z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, { error: "string-key-form" }), stringOrGroup),
);

const stringOrGroup = z.union([text("News"), stringsSchema]);

/** Scheme and host alone, and no host of the developer's own machine. */
function isOrigin(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const url = new URL(written);
  const local = /(^|\.)localhost$|^\[|^[\d.]+$/.test(url.hostname);
  return url.protocol === "https:" && url.origin === written && !local;
}
