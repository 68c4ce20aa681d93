import { z } from "zod";
import { parseCivilDate, parseCivilTime, parseInstant } from "../lib/dates.ts";
import { aliasForm, isAlias } from "./aliases.ts";
import { bookingForm, cities, isBooking, statuses } from "./events.ts";
import { isName, namesIn } from "./names.ts";

// The name of a rule in `error` is said in words in front-matter-faults.ts. Descriptions
// and examples reach editors through the JSON Schema.

/** Text of at most so many UTF-16 code units, with something in it. */
const text = (maximum: number, description: string, example: string) =>
  z
    .string()
    .regex(/\S/, { error: "blank" })
    .max(maximum)
    .meta({ description, examples: [example] });

/** A day, or an instant with its offset; the pattern is for editors' tools. */
const date = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/, { error: "date" })
    .refine((written) => (parseCivilDate(written) ?? parseInstant(written)) !== undefined, {
      error: "date",
    })
    .meta({ description, examples: ["2026-11-23"] });

/** A time on the clocks of the place, or a day alone. */
const time = (description: string, example: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/, { error: "time" })
    .refine((written) => (parseCivilDate(written) ?? parseCivilTime(written)) !== undefined, {
      error: "time",
    })
    .meta({ description, examples: [example] });

/** Who has done something: a name, or a list of names. */
const names = (description: string, example: string) => {
  const name = text(120, description, example).refine(isName, { error: "name-form" });
  return z
    .union([
      name.refine((written) => namesIn(written) === undefined, { error: "names-in-one" }),
      z.array(name).min(1),
    ])
    .meta({ description, examples: [example] })
    .optional();
};

/** What articles and events have in common. */
const people = {
  author: names("Who wrote it: a name, or a list of names", "Jane Smith"),
  translator: names("Who translated it into this language: a name, or a list", "Li Wei"),
};

/** @param up from the Markdown file to the root of the project */
const photoPath = (up: string) =>
  z
    .string()
    .regex(/\S/, { error: "blank" })
    .meta({
      description: "Path of the photograph, relative to this file",
      examples: [`${up}assets/photos/huangpu-river.jpg`],
    });

/** A photograph, with its alternative text or without. @param up as of {@link photoPath} */
const photo = (up: string) =>
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

const head = {
  title: text(120, "Title of the page", "Liverpool in Shanghai"),
  summary: text(
    300,
    "One or two sentences for lists and search engines",
    "A day of music by the river.",
  ),
};

const common = {
  updated: date("Day of the last change that readers should know of").optional(),
  draft: z
    .boolean()
    .meta({ description: "true keeps the page out of the site", examples: [true] })
    .optional(),
  aliases: z
    .array(
      z
        .string()
        .regex(aliasForm, { error: "alias" })
        .refine(isAlias, { error: "alias" })
        .meta({ examples: ["/old-address/"] }),
    )
    .meta({
      description: "Old addresses on this site that lead to this page",
      examples: [["/old-address/"]],
    })
    .optional(),
};

const exampleScreen = {
  city: "liverpool",
  photo: "../../assets/photos/albert-dock.jpg",
  title: "Welcome",
  text: "The two cities greet you.",
};

const screen = z
  .strictObject({
    city: z
      .enum(cities)
      .meta({ description: "Which city the screen shows", examples: ["liverpool"] }),
    photo: photoPath("../../"),
    title: text(120, "Heading of the screen", "Welcome"),
    text: z
      .string()
      .regex(/\S/, { error: "blank" })
      .meta({
        description: "Markdown: paragraphs and links",
        examples: ["The two cities greet you."],
      }),
  })
  .meta({ examples: [exampleScreen] });

const kinds = {
  page: { ...head, photo: photo("../../"), ...common },
  article: {
    ...head,
    date: date("Day of publication; a day to come keeps the article back until then"),
    archive: z
      .boolean()
      .meta({ description: "true: from the older site, shown without a date", examples: [true] })
      .optional(),
    tags: z
      .array(
        z
          .string()
          .regex(/\S/, { error: "blank" })
          .meta({ examples: ["heritage"] }),
      )
      .meta({
        description: "What the article is about: tags of content/_data/tags.yaml",
        examples: [["heritage"]],
      })
      .optional(),
    ...people,
    photo: photo("../../../"),
    ...common,
  },
  event: {
    ...head,
    date: date("Day of publication; a day to come keeps the event back until then"),
    start: time(
      "When it begins, by the clocks of the city; a day alone if it lasts whole days",
      "2026-12-05 19:00",
    ),
    end: time(
      "When it ends, by the clocks of the city; of whole days the last one",
      "2026-12-05 21:30",
    ).optional(),
    city: z.enum(cities).meta({
      description: "Where it takes place, and whose clocks count",
      examples: ["liverpool"],
    }),
    online: z
      .boolean()
      .meta({ description: "true: takes place online; with a venue, in both", examples: [true] })
      .optional(),
    venue: text(120, "The house, park or hall", "The Bluecoat").optional(),
    address: text(200, "Street and town", "School Lane, Liverpool L1 3BX").optional(),
    price: z
      .string()
      .regex(/\S/, { error: "blank" })
      .regex(/[^\d\s.,]/, { error: "price" })
      .max(120)
      .meta({ description: "What it costs; free: nothing", examples: ["£5"] })
      .optional(),
    booking: z
      .string()
      .regex(bookingForm, { error: "booking" })
      .refine(isBooking, { error: "booking" })
      .meta({
        description: "Where to book: a page, or mailto: and an address of e-mail",
        examples: ["https://example.org/book"],
      })
      .optional(),
    status: z
      .enum(statuses)
      .meta({
        description: "moved (to the day in start) or cancelled, with the day in updated",
        examples: ["cancelled"],
      })
      .optional(),
    ...people,
    photo: photo("../../../"),
    ...common,
  },
  welcome: {
    ...head,
    screens: z
      .array(screen)
      .length(2)
      .refine(([one, other]) => one?.city !== other?.city, {
        error: "screen-city-twice",
        path: [1, "city"],
      })
      .meta({
        description: "The two screens that open the page, one a city",
        examples: [[exampleScreen, { ...exampleScreen, city: "shanghai" }]],
      }),
    photo: photo("../../"),
    ...common,
  },
} as const;

const translated = {
  translated: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d [0-9a-f]{8}$/, { error: "translated-form" })
    .refine((written) => parseCivilDate(written.slice(0, 10)) !== undefined, {
      error: "translated-form",
    })
    .meta({
      description: "Day and stamp of the English text that this translates; the report prints them",
      examples: ["2026-11-23 3f9a1c07"],
    })
    .optional(),
};

/** The front matter of each kind of page, in each language. */
export const frontMatterSchema = {
  en: {
    page: z.strictObject(kinds.page),
    article: z.strictObject(kinds.article),
    event: z.strictObject(kinds.event),
    welcome: z.strictObject(kinds.welcome),
  },
  zh: {
    page: z.strictObject({ ...kinds.page, ...translated }),
    article: z.strictObject({ ...kinds.article, ...translated }),
    event: z.strictObject({ ...kinds.event, ...translated }),
    welcome: z.strictObject({ ...kinds.welcome, ...translated }),
  },
} as const;
