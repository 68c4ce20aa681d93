import { dataRules } from "../lib/data-rules.ts";
import { factsRules } from "./facts-rules.ts";
import { fileRules } from "./file-rules.ts";
import { frontMatterRules } from "./front-matter-rules.ts";
import { translationRules } from "./translation-rules.ts";

/** Every rule about content files, front matter and facts: the handbook's table is made from it. */
export const messages = {
  ...fileRules,
  ...dataRules,
  ...frontMatterRules,
  ...factsRules,
  ...translationRules,
} as const;
