import { readFile } from "node:fs/promises";
import path from "node:path";
import Validator from "@adobe/structured-data-validator";
import { groupBy } from "../../../scripts/lib/lists.ts";
import { projectRoot } from "../project-root.ts";
import type { Thing } from "./structured-data-of.ts";

const vocabulary: unknown = JSON.parse(
  await readFile(path.join(projectRoot, "tests/fixtures/schema-org/vocabulary.json"), "utf8"),
);

/**
 * What is wrong with structured data by the vocabulary of schema.org, and by what Google asks for and
 * recommends in the types that it shows.
 */
export async function vocabularyFaults(graph: readonly Thing[]): Promise<string[]> {
  const types = groupBy(structuredClone(graph), (thing) => String(thing["@type"]));
  const issues = await new Validator(vocabulary).validate({ jsonld: Object.fromEntries(types) });
  return issues.map(({ rootType, issueMessage }) => `${rootType}: ${issueMessage}`);
}
