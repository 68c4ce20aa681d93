import { renditionCollector } from "../photos/picture.ts";
import { photoPath } from "../photos/use.ts";
import type { Build } from "./build.ts";
import { cardColours } from "./card-colours.ts";
import { checkSite, type Notes } from "./check-site.ts";
import { openKeptResults } from "./kept/kept-results.ts";
import { cardCollector } from "./pages/card-collector.ts";
import { planPages } from "./pages/plan-pages.ts";
import { redirectPages } from "./pages/redirect-pages.ts";
import type { SiteContext } from "./pages/site-context.ts";
import type { Settings } from "./settings.ts";

/** A site that was checked, and of which every page is planned and none is rendered. */
export interface PlannedSite {
  build: Build;
  notes: Notes;
}

/**
 * The first steps of a build: check → measure → plan. Nothing is written.
 *
 * @throws ContentFailure when content or photographs have errors
 */
export async function planSite(settings: Settings): Promise<PlannedSite> {
  const { root, prefix, now } = settings;
  const checked = await checkSite(settings);
  const { facts } = checked;
  const keep = await openKeptResults(root, checked.code);
  const year = new Date(now).getUTCFullYear();
  const context: SiteContext = {
    facts,
    entries: checked.published,
    origin: settings.origin ?? facts.site.origin,
    prefix,
    now,
    year,
    crossing: await keep("crossing", [facts, year], async () => {
      const { crossingData } = await import("./pages/crossing-data.ts");
      return { en: crossingData(facts, "en", year), zh: crossingData(facts, "zh", year) };
    }),
    originalOf: photoPath,
    photographs: checked.photographs,
    photoUses: checked.photoUses,
    renditions: renditionCollector(),
    cards:
      settings.drafts || settings.pagesOnly ? undefined : cardCollector(await cardColours(root)),
  };
  const redirects = redirectPages(context);
  const build: Build = {
    root,
    code: checked.code,
    keep,
    context,
    pages: [...planPages(context), ...redirects],
    redirects,
    styles: "",
    paper: { light: "", dark: "" },
    icons: [],
    preview: settings.drafts,
    glyphs: "",
    linksOf: new Map(),
    globals: new Map(),
    nunjucks: undefined,
    finish: (page) => {
      throw new Error(`${page.template} was rendered before it was wanted`);
    },
    files: new Map(),
  };
  return { build, notes: checked.notes };
}
