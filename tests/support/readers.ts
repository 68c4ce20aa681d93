import ICAL from "ical.js";
import { parseManifest } from "lighthouse/core/lib/manifest-parser.js";
import robotsParser from "robots-parser";

/**
 * What Lighthouse's parser of web application manifests says against `text`.
 *
 * @param address of the manifest, absolute
 * @param page that names it, absolute
 */
export function manifestWarnings(text: string, address: string, page: string): string[] {
  const warnings: string[] = [];
  const { value, warning, url } = parseManifest(text, address, page);
  JSON.stringify({ value, warning, url }, (key, found: unknown) => {
    if (key === "warning" && typeof found === "string") warnings.push(found);
    return found;
  });
  return warnings;
}

/**
 * Reads a `robots.txt` that stands at `url`. The package's types are those of an ES module, and it is
 * none: its default export is the function itself.
 */
export const readRobots = robotsParser as unknown as typeof robotsParser.default;

/** The fields of a `security.txt`, by name in small letters, in their order. */
type SecurityFields = Map<string, string[]>;

const uri = /^[a-z][a-z\d+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i;
/** RFC 3339, section 5.6. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
/** RFC 5646 in what any tag has in common. */
const languageTag = "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*";

const values: Readonly<Record<string, RegExp>> = {
  acknowledgments: uri,
  canonical: uri,
  contact: uri,
  encryption: uri,
  expires: dateTime,
  hiring: uri,
  policy: uri,
  "preferred-languages": new RegExp(`^${languageTag}([ \\t]*,[ \\t]*${languageTag})*$`),
};

/**
 * Reads an unsigned `security.txt` by the grammar of https://www.rfc-editor.org/rfc/rfc9116#section-4
 * and the rules of section 2.5. Written here, because no reader of it is on npm.
 *
 * @throws for anything the two do not allow
 */
export function readSecurityTxt(text: string): SecurityFields {
  if (!text.endsWith("\n")) throw new Error("the last line does not end");
  const fields: SecurityFields = new Map();
  for (const line of text.slice(0, -1).split(/[ \t]*\r?\n/)) {
    if (line === "" || line.startsWith("#")) continue;
    const [, written = "", value = ""] = /^([!-9;-~]+): (.+)$/.exec(line) ?? [];
    const name = written.toLowerCase();
    const form = values[name];
    if (form === undefined) throw new Error(`no field of the standard: ${line}`);
    if (!form.test(value)) throw new Error(`not of its form: ${line}`);
    if (/^http:/i.test(value)) throw new Error(`web addresses must be https: ${line}`);
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  if (!fields.has("contact")) throw new Error("there is no Contact");
  if (fields.get("expires")?.length !== 1) throw new Error("there must be one Expires");
  if ((fields.get("preferred-languages")?.length ?? 0) > 1) throw new Error("languages twice");
  return fields;
}

/**
 * A vCard as Thunderbird's parser reads it: every value of each property, by its name. What is made of
 * several parts is a list of them.
 *
 * @throws for what is none, and for more than one
 */
export function readVcard(text: string): Record<string, unknown[]> {
  const [name, properties]: [string, [string, object, string, ...unknown[]][]] = ICAL.parse(text);
  if (name !== "vcard") throw new Error(`not one vCard: ${name}`);
  const found: Record<string, unknown[]> = {};
  // An escaped semicolon is one in any text (RFC 2426, section 4); ical.js 2.2.1 leaves it in the simple ones.
  const unescaped = (value: unknown) =>
    typeof value === "string" ? value.replaceAll("\\;", ";") : value;
  for (const [property, , , ...values] of properties) {
    found[property] = [...(found[property] ?? []), ...values.map(unescaped)];
  }
  return found;
}
