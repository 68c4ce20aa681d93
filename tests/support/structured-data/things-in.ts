import type { Thing } from "./structured-data-of.ts";

/** Everything described or named in structured data, at any depth. */
export function thingsIn(data: unknown): Thing[] {
  if (Array.isArray(data)) return data.flatMap(thingsIn);
  if (typeof data !== "object" || data === null) return [];
  const thing = data as Thing;
  return [thing, ...Object.values(thing).flatMap(thingsIn)];
}
