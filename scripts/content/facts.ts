import type { z } from "zod";
import type { Language } from "../lib/language.ts";
import type { navigationSchema, Strings, siteSchema, timelineSchema } from "./facts-schema.ts";

/** Everything in `content/_data/`: what the site says in more than one place, said once. */
export interface Facts {
  site: z.infer<typeof siteSchema>;
  navigation: z.infer<typeof navigationSchema>;
  timeline: z.infer<typeof timelineSchema>;
  strings: Readonly<Record<Language, Strings>>;
}
