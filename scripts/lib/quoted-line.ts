import { quoteYaml } from "./quote-yaml.ts";

/**
 * The line `key: value` (or `- key: value`) of a YAML text with its whole value in quotation marks,
 * without its indentation; undefined if the line has another form. Marks that stand around the
 * value already, or at one end of it, are taken as meant to hold all of it.
 */
export function quotedLine(line: string): string | undefined {
  const match = /^\s*((?:- )*[A-Za-z][\w-]*):[ \t]+(\S.*)$/.exec(line);
  if (match === null) return undefined;
  let value = (match[2] ?? "").trimEnd();
  const mark = value[0];
  if (mark === '"' || mark === "'") {
    value = value.slice(1);
    if (value.endsWith(mark)) value = value.slice(0, -1);
  }
  return `${match[1]}: ${quoteYaml(value)}`;
}
