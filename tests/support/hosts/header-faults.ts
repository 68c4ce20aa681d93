import path from "node:path";
import { mediaTypes } from "../../../scripts/lib/addresses.ts";
import type { Answer } from "./ask.ts";

/** Headers that the table may set: one that it does not set for a file must not be sent. */
const ours = [
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "content-security-policy",
  "cross-origin-resource-policy",
  "cache-control",
];

/** Where an answer's headers are not exactly those expected, each of them once. */
export function headerFaults(
  answer: Answer,
  expected: ReadonlyMap<string, readonly string[]>,
  file: string,
): string[] {
  const type = mediaTypes[path.extname(file)]?.type;
  const all = new Map([...expected, ["content-type", [type ?? "no type is known"]]]);
  return [...ours, "content-type"].flatMap((name) => {
    const found = answer.headers.get(name) ?? [];
    const wanted = all.get(name) ?? [];
    if (JSON.stringify(found) === JSON.stringify(wanted)) return [];
    return [`${name} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
  });
}
