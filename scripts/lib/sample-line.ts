import { quoteYaml } from "./quote-yaml.ts";

/**
 * A YAML line that gives `key`, or an item of a list, the value `sample`, as an example to copy;
 * “…” without a sample.
 */
export function sampleLine(key: PropertyKey, sample: unknown): string {
  const value = sample === undefined ? "…" : inline(sample);
  return typeof key === "number" ? `- ${value}` : `${String(key)}: ${value}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, item]) => `${key}: ${inline(item)}`);
    return `{ ${pairs.join(", ")} }`;
  }
  if (typeof value !== "string") return String(value);
  // Plain where YAML takes it for text, wherever it stands.
  const plain = /^[\p{L}./][\p{L}\p{N} ./_-]*$/u.test(value) || /^\d{4}-\d\d-\d\d$/.test(value);
  return plain ? value : quoteYaml(value);
}
