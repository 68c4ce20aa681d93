import { z } from "zod";
import { factsSchemas } from "../content/facts.ts";
import { frontMatterSchema } from "../content/front-matter-schema.ts";
import type { Language } from "../lib/languages.ts";
import { photoRecordSchema } from "../photos/record.ts";

/** Where editors' tools find the JSON Schemas, from the project's root. */
export const schemaFolder = ".vscode/schemas";

/** What is written for editors' tools, by the name of the file in {@link schemaFolder}. */
const schemas: Readonly<Record<string, [title: string, schema: z.ZodType]>> = {
  "front-matter.en": ["Front matter of a page in English", frontMatter("en")],
  "front-matter.zh": ["Front matter of a page in Chinese", frontMatter("zh")],
  photograph: ["What the site says of a photograph", photoRecordSchema],
  site: ["Names, contact details and cities", factsSchemas.site],
  navigation: ["The main navigation", factsSchemas.navigation],
  timeline: ["The timeline on the About page", factsSchemas.timeline],
  tags: ["Tags of articles", factsSchemas.tags],
  strings: ["Words of the interface", factsSchemas.strings],
};

/** The text of every JSON Schema for editors' tools, by its path from the project's root. */
export function schemaFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, [title, schema]] of Object.entries(schemas)) {
    // Draft 7 is what the YAML extensions of editors read.
    const json = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
    const text = JSON.stringify({ ...json, title }, undefined, 2);
    files.set(`${schemaFolder}/${name}.json`, `${text}\n`);
  }
  return files;
}

/** Tools match schemas to files by their paths, in which the kinds of pages are not to be told. */
function frontMatter(language: Language): z.ZodType {
  const { article, event, page, welcome } = frontMatterSchema[language];
  return z.union([article, event, page, welcome]);
}
