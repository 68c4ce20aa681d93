import path from "node:path";
import { type CheckedContent, checkContent } from "../content/content.ts";
import type { Entry } from "../content/entry.ts";
import { checkSecurity, type Facts } from "../content/facts.ts";
import { checkTranslations } from "../content/translations.ts";
import { checkMarkdown } from "../markdown/check.ts";
import { checkPhotographs } from "../photos/check.ts";
import type { Photograph } from "../photos/original.ts";
import type { PhotoUse } from "../photos/use.ts";
import type { Problem } from "../problems/problem.ts";
import { type ContentText, contentTexts } from "./content-texts.ts";
import { indexSite, isOnSite } from "./index-site.ts";
import { codeDigest } from "./kept/code-digest.ts";
import { openKeptReadings } from "./kept/kept-readings.ts";
import { photoUses } from "./photo-uses.ts";
import type { Settings } from "./settings.ts";

/** Everything that editors commit, as far as it can be read. */
export interface InspectedSite {
  /** See {@link codeDigest}. */
  code: string;
  /** Pages whose front matter is in order, drafts included. */
  entries: Entry[];
  /** Undefined if any of them has an error. */
  facts: Facts | undefined;
  /** Sound photographs in use, drafts' included, by path from the root. */
  photographs: ReadonlyMap<string, Photograph>;
  /** Where photographs stand in the content, drafts included. */
  photoUses: readonly PhotoUse[];
  /** Errors and warnings, those of `security` among them. */
  problems: Problem[];
  /** Warnings that `security.txt` runs out, for which a daily job fails. */
  security: Problem[];
  /** Warnings about pages that the two languages do not have alike; `npm run report` lists them. */
  translations: Problem[];
}

/** Reads and checks, once and drafts included: files, front matter, facts, Markdown, photographs. */
export async function inspectSite(settings: Settings): Promise<InspectedSite> {
  const { root, now } = settings;
  const code = await codeDigest(root);
  const content = await readContent(root, code);
  const { entries, incomplete, texts, facts, expiry, problems } = content;
  const site = indexSite(texts, settings.origin ?? facts?.site.origin, now);
  const inMarkdown = texts.flatMap(({ file, ...text }) =>
    checkMarkdown({ ...text, path: file.source, published: isOnSite(file, now), site }),
  );
  const uses = texts.flatMap(photoUses);
  const photographs = await checkPhotographs(uses, root, path.join(root, ".cache/photos"));
  // What a file with errors shows is not known: it may well be one of these photographs.
  const unused = incomplete.length === 0 ? photographs.unused : [];
  const security = expiry ? checkSecurity(expiry, now) : [];
  return {
    code,
    entries,
    facts,
    photographs: photographs.photographs,
    photoUses: uses,
    problems: [...problems, ...security, ...inMarkdown, ...photographs.problems, ...unused],
    security,
    translations: checkTranslations(entries, incomplete),
  };
}

/** Reads all that was not read before. */
async function readContent(
  root: string,
  code: string,
): Promise<CheckedContent & { texts: readonly ContentText[] }> {
  const { remember, save, discard } = await openKeptReadings(root, code);
  try {
    const content = await checkContent(root, remember);
    const files = [...content.entries, ...content.incomplete];
    const texts = files.flatMap((file) => contentTexts(file, remember));
    await save();
    return { ...content, texts };
  } finally {
    await discard();
  }
}
