import type { UserConfig } from "@11ty/eleventy";
import { bundleStyles } from "./scripts/outputs/styles.ts";
import { toneStyles } from "./scripts/photos/tones.ts";
import { addFonts } from "./scripts/site/add-fonts.ts";
import { addIcons } from "./scripts/site/add-icons.ts";
import { addMachineFiles } from "./scripts/site/add-machine-files.ts";
import { addPaper } from "./scripts/site/add-paper.ts";
import { addSearch } from "./scripts/site/add-search.ts";
import { addSecurityPolicies } from "./scripts/site/add-security-policies.ts";
import type { Build } from "./scripts/site/build.ts";
import type { BuildPlan } from "./scripts/site/build-plan.ts";
import type { Page } from "./scripts/site/pages/page.ts";
import { useHeadlines } from "./scripts/site/use-headlines.ts";
import { useMarkdown } from "./scripts/site/use-markdown.ts";
import { useMinifier } from "./scripts/site/use-minifier.ts";
import { usePages } from "./scripts/site/use-pages.ts";
import { usePhotographs } from "./scripts/site/use-photographs.ts";
import { useTemplates } from "./scripts/site/use-templates.ts";

/**
 * The table of contents of the build. By the time it is read, the content has been checked, the
 * photographs measured and the pages planned; `scripts/site/stage-site.ts` has the whole way.
 */
export default { prepare, configure } satisfies BuildPlan;

/** What all pages have in common, made once. */
async function prepare(build: Build): Promise<void> {
  // Fonts, before the styles that name their files.
  const fonts = await addFonts(build);

  // Styles stand in every page, the same on all. Measured with Lighthouse 12.8 (simulated slow 4G) on
  // Welcome, beside one hashed file in the same run: first paint 0.65 s to 0.80 s, largest 0.98 s to
  // 1.13 s. A file would have to be asked for before anything is painted.
  build.styles = await bundleStyles(build.root, { fonts, tones: toneStyles() });

  // What pages may load and do: only the styles above, by their hash.
  addSecurityPolicies(build);

  // The paper's colour, for what stands around a page: the browser's frame, and home screens.
  build.paper = await addPaper(build);

  // The icons, all drawn from one, before the manifests that name them.
  await addIcons(build);

  // The script of the search pages; the rest is plain HTML.
  await addSearch(build);

  // Files for machines: feeds, the sitemap and the like, made from the same plan as the pages.
  await addMachineFiles(build);
}

/** How Eleventy renders pages, told anew for each batch of them. */
function configure(config: UserConfig, build: Build, pages: readonly Page[]): void {
  // Where things are, and the language of templates. First, since all else is found by it.
  useTemplates(config, build);

  // How titles are set.
  useHeadlines(config, build);

  // Photographs, before Markdown: both layouts and Markdown come to them by this one route.
  const makePicture = usePhotographs(config, build);

  // What Markdown means.
  useMarkdown(config, build, makePicture);

  // The pages, lists among them: planned from the content, in its order.
  usePages(config, pages);

  // Finishing the HTML. Last, because it sees what all the others made.
  useMinifier(config, build, pages);
}
