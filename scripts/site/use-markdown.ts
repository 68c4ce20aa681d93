import type { UserConfig } from "@11ty/eleventy";
import { stringAt } from "../content/facts.ts";
import { withPrefix } from "../lib/addresses.ts";
import type { MarkdownEntry, MarkdownEnv } from "../markdown/grammar.ts";
import { createMarkdown } from "../markdown/render.ts";
import type { Build } from "./build.ts";
import { reservedIds } from "./layout-ids.ts";
import { linkResolver } from "./link-resolver.ts";
import { nunjucksOf } from "./nunjucks-of.ts";
import type { MakePicture } from "./use-photographs.ts";

const figureTemplate =
  '{% from "components/figure.njk" import figure %}{{ figure({ photo: photo, loading: loading, creditLabel: creditLabel }) }}';

/**
 * What Markdown means: links to content files become addresses, and photographs become the same
 * figures as in layouts. Also the filter `markdown`, for Markdown in front matter.
 */
export function useMarkdown(config: UserConfig, build: Build, makePicture: MakePicture): void {
  const { context } = build;
  let figure: { render(data: object): string } | undefined;
  const renderFigure = (data: object): string => {
    const { nunjucks, environment } = nunjucksOf(build);
    // Compiled once: Markdown asks for it at every photograph.
    figure ??= new nunjucks.Template(figureTemplate, environment, "markdown-figure", true);
    return figure.render(data);
  };

  const resolveLink = linkResolver(context.entries, (to) => withPrefix(context.prefix, to));
  const noteLink = (href: string, { entry }: MarkdownEnv): string => {
    const address = resolveLink(href, entry.source);
    const links = build.linksOf.get(entry.source) ?? new Map();
    build.linksOf.set(entry.source, links.set(href, address));
    return address;
  };
  const markdown = createMarkdown(
    {
      resolveLink: (href, env) => (href.startsWith("#") ? href : noteLink(href, env)),
      renderPhotograph(use, { entry }) {
        const original = context.originalOf(entry.source, use.written);
        return renderFigure({
          photo: makePicture({ original, alt: use.alt || undefined }, "article", entry.language),
          loading: use.first ? "first" : "lazy",
          creditLabel: stringAt(context.facts.strings[entry.language], "photograph.credit"),
        });
      },
      tableLabel: ({ entry }) => stringAt(context.facts.strings[entry.language], "table"),
    },
    { reservedIds },
  );
  config.setLibrary("md", markdown);
  config.addFilter("markdown", (text: string, entry: MarkdownEntry) =>
    markdown.render(text, { entry }),
  );
}
