import type { z } from "zod";
import { nearestName } from "./nearest-name.ts";
import { schemaAt } from "./schema-at.ts";

/** The keys that a schema has at `path`, and the one of them that `written` is likely meant to be. */
export function nearestKey(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  written: string,
): { keys: string[]; nearest: string | undefined } {
  const node = schemaAt(schema, path);
  const all = [node, ...(node.anyOf ?? [])];
  const keys = all.flatMap(({ properties = {} }) => Object.keys(properties));
  return { keys, nearest: nearestName(written, keys) };
}
