import path from "node:path";
import { checkContent } from "../content/check-content.ts";
import type { Entry } from "../content/entry.ts";
import type { Facts } from "../content/facts.ts";
import { isPublished } from "../content/is-published.ts";
import { ContentFailure } from "../lib/failure.ts";
import type { Problem } from "../lib/problem.ts";
import { checkMarkdown } from "../markdown/check-markdown.ts";
import { checkPhotographs } from "../photos/check-photographs.ts";
import type { Photograph } from "../photos/photograph.ts";
import { contentTexts } from "./content-texts.ts";
import { indexSite, isOnSite } from "./index-site.ts";
import { photoUses } from "./photo-uses.ts";
import type { Settings } from "./settings.ts";

/** Content that may be built. */
export interface CheckedSite {
  facts: Facts;
  /** What this build shows. */
  published: Entry[];
  /** Sound photographs in use, drafts' included, by path from the root. */
  photographs: ReadonlyMap<string, Photograph>;
  warnings: Problem[];
}

/**
 * Reads and checks everything that editors commit, drafts included, once: files, front matter,
 * facts, Markdown and photographs.
 *
 * @throws ContentFailure with all errors and warnings, when there is an error
 */
export async function checkSite(settings: Settings): Promise<CheckedSite> {
  const { root, now, drafts } = settings;
  const { entries, incomplete, facts, problems } = await checkContent(root);
  const texts = [...entries, ...incomplete].flatMap(contentTexts);
  const site = indexSite(texts, settings.origin ?? facts?.site.origin ?? "", now);
  const inMarkdown = texts.flatMap(({ file, ...text }) =>
    checkMarkdown({ ...text, path: file.source, published: isOnSite(file, now), site }),
  );
  const photographs = await checkPhotographs(
    texts.flatMap(photoUses),
    root,
    path.join(root, ".cache/photos"),
  );
  const all = [...problems, ...inMarkdown, ...photographs.problems];
  if (!facts || all.some((problem) => problem.severity === "error")) throw new ContentFailure(all);
  return {
    facts,
    published: entries.filter((entry) => drafts || isPublished(entry, now)),
    photographs: photographs.photographs,
    warnings: all,
  };
}
