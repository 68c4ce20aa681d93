import { z } from "zod";
import { compareCodeUnits } from "../lib/lists.ts";

/** Who and what is behind the site. */
interface Makers {
  /** The society's name in each of the site's languages. */
  names: readonly string[];
  /** Where to write to. */
  contact: string;
  /** The site's languages, each in itself. */
  languages: readonly string[];
  /** What the pages are written in, and what the build is made with. */
  standards: readonly string[];
  components: readonly string[];
}

/** `humans.txt`: https://humanstxt.org/Standard.html. It has no “Last update”, which no clock of ours knows. */
export function humansTxt(makers: Makers): string {
  const { names, contact, languages, standards, components } = makers;
  return `/* TEAM */
${names.map((name) => `Society: ${name}\n`).join("")}Contact: ${contact}

/* SITE */
Language: ${languages.join(" / ")}
Standards: ${standards.join(", ")}
Components: ${components.join(", ")}
`;
}

/** How to report a weakness of the site. */
interface SecurityContact {
  /** `mailto:` or `https://`, the one liked best first. */
  contacts: readonly string[];
  /** `YYYY-MM-DD`: the last day on which it holds, in UTC. */
  expires: string;
  /** BCP 47 tags of the languages that reports may be written in. */
  languages: readonly string[];
  /** Where the file itself stands, absolute. */
  canonical: string;
}

/** `security.txt`: https://www.rfc-editor.org/rfc/rfc9116 */
export function securityTxt(contact: SecurityContact): string {
  const { contacts, expires, languages, canonical } = contact;
  const lines = [
    ...contacts.map((address) => `Contact: ${address}`),
    `Expires: ${expires}T23:59:59Z`,
    `Preferred-Languages: ${languages.join(", ")}`,
    `Canonical: ${canonical}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/**
 * The form of `build.json`, which says what a site was built from and what it consists of. A reader
 * passes over keys that it does not know.
 */
const buildRecordSchema = z.object({
  /** The full hash; null where no git history was at hand. */
  commit: z
    .string()
    .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
    .nullable(),
  /** Whether the work tree held anything that is not in the commit; left out where there is none. */
  modified: z.boolean().optional(),
  /** The build's only clock, in seconds since 1970; at most what `Date` can show. */
  sourceDateEpoch: z.int().min(0).max(8_640_000_000_000),
  /** The SHA-256 of every file but `build.json` itself, by path below `_site/`. */
  files: z.record(
    // A path that stays below the site, and that can be printed.
    z.string().regex(/^(?!\/)(?:(?:^|\/)(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+)+$/u),
    z.string().regex(/^[0-9a-f]{64}$/),
  ),
});

export type BuildRecord = z.infer<typeof buildRecordSchema>;

/** The text of `build.json`: the same for the same record, with a line for every file. */
export function formatBuildRecord({ files, ...what }: BuildRecord): string {
  const sorted = Object.entries(files).sort(([a], [b]) => compareCodeUnits(a, b));
  return `${JSON.stringify({ ...what, files: Object.fromEntries(sorted) }, null, 1)}\n`;
}

/** What a `build.json` says; undefined where the text is none. */
export function parseBuildRecord(text: string): BuildRecord | undefined {
  try {
    return buildRecordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON at all, such as the page of a host that has no such file.
    return undefined;
  }
}

/**
 * A telephone number as written, spaces and all, as a `tel:` URI; undefined for one without a country
 * code, which means nothing elsewhere (https://www.rfc-editor.org/rfc/rfc3966#section-5.1.5). None is
 * invented.
 */
export function telephoneUri(written: string): string | undefined {
  return written.startsWith("+") ? `tel:${written.replaceAll(" ", "")}` : undefined;
}
