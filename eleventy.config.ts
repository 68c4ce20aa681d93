import type { UserConfig } from "@11ty/eleventy";
import { bundleStyles } from "./scripts/outputs/bundle-styles.ts";
import { toneStyles } from "./scripts/photos/tone-styles.ts";
import type { Build } from "./scripts/site/build.ts";
import { useFonts } from "./scripts/site/use-fonts.ts";
import { useHeadlines } from "./scripts/site/use-headlines.ts";
import { useIcons } from "./scripts/site/use-icons.ts";
import { useMachineFiles } from "./scripts/site/use-machine-files.ts";
import { useMarkdown } from "./scripts/site/use-markdown.ts";
import { useMinifier } from "./scripts/site/use-minifier.ts";
import { usePages } from "./scripts/site/use-pages.ts";
import { usePaper } from "./scripts/site/use-paper.ts";
import { usePhotographs } from "./scripts/site/use-photographs.ts";
import { useSearch } from "./scripts/site/use-search.ts";
import { useSecurityPolicies } from "./scripts/site/use-security-policies.ts";
import { useTemplates } from "./scripts/site/use-templates.ts";

/**
 * The table of contents of the build. By the time it is read, the content has been checked, the
 * photographs measured and the pages planned; `scripts/site/stage-site.ts` has the whole way.
 */
export default async function configure(config: UserConfig, build: Build): Promise<void> {
  // Where things are, and the language of templates. First, since all else is found by it.
  useTemplates(config);

  // How titles are set.
  useHeadlines(config, build);

  // Photographs, before Markdown: both layouts and Markdown come to them by this one route.
  const makePicture = usePhotographs(config, build);

  // What Markdown means.
  useMarkdown(config, build, makePicture);

  // Fonts, before the styles that name their files.
  const fonts = await useFonts(config, build);

  // Styles stand in every page, the same on all. Measured with Lighthouse 12.8 (simulated slow 4G) on
  // Welcome, beside one hashed file in the same run: first paint 0.65 s to 0.80 s, largest 0.98 s to
  // 1.13 s. A file would have to be asked for before anything is painted.
  build.styles = await bundleStyles(build.root, { fonts, tones: toneStyles() });

  // What pages may load and do: only the styles above, by their hash.
  useSecurityPolicies(config, build);

  // The paper's colour, for what stands around a page: the browser's frame, and home screens.
  build.paper = await usePaper(config, build);

  // The icons, all drawn from one, before the manifests that name them.
  await useIcons(config, build);

  // The script of the search pages; the rest is plain HTML.
  await useSearch(config, build);

  // Files for machines: feeds, the sitemap and the like, made from the same plan as the pages.
  await useMachineFiles(build);

  // The pages, lists among them: planned from the content, in its order. After all that decides how
  // they look, since a page is rendered only where something of that has changed.
  const changed = await usePages(config, build);

  // Finishing the HTML. Last, because it sees what all the others made.
  useMinifier(config, build, changed);
}
