import { type Entry, isPublished } from "../content/entry.ts";
import type { Facts } from "../content/facts.ts";
import { ContentFailure, type Problem } from "../problems/problem.ts";
import { type InspectedSite, inspectSite } from "./inspect-site.ts";
import type { Settings } from "./settings.ts";

/** What is told at the end of a build, besides what it made. */
export interface Notes {
  /** Entries that this build does not show: drafts, and what is not due yet. */
  leftOut: number;
  warnings: readonly Problem[];
  /** Warnings about translations, which `npm run report` lists. */
  translations: readonly Problem[];
}

/** Content that may be built. */
export interface CheckedSite extends Pick<InspectedSite, "code" | "photographs" | "photoUses"> {
  facts: Facts;
  /** What this build shows. */
  published: Entry[];
  notes: Notes;
}

/**
 * Reads and checks everything that editors commit.
 *
 * @throws ContentFailure with all errors and warnings, when there is an error
 */
export async function checkSite(settings: Settings): Promise<CheckedSite> {
  const { code, entries, facts, problems, translations, ...photos } = await inspectSite(settings);
  if (!facts || problems.some(({ severity }) => severity === "error")) {
    throw new ContentFailure(problems);
  }
  const { now, drafts } = settings;
  const published = entries
    .filter((entry) => drafts || isPublished(entry, now))
    .map((entry) => (drafts ? entry : withoutChangeToCome(entry, now)));
  return {
    code,
    facts,
    published,
    photographs: photos.photographs,
    photoUses: photos.photoUses,
    notes: {
      leftOut: entries.length - published.length,
      warnings: problems,
      translations,
    },
  };
}

/** A change is told from its day on, as an article is: no page and no feed has a date to come. */
function withoutChangeToCome(entry: Entry, now: number): Entry {
  const { updated, ...rest } = entry;
  return updated && updated.instant > now ? rest : entry;
}
