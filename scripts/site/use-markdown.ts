import type { NunjucksReady, UserConfig } from "@11ty/eleventy";
import { stringAt } from "../content/string-at.ts";
import { withPrefix } from "../lib/with-prefix.ts";
import { createMarkdown } from "../markdown/create-markdown.ts";
import type { MarkdownEntry, MarkdownEnv } from "../markdown/markdown-env.ts";
import type { Build } from "./build.ts";
import { reservedIds } from "./layout-ids.ts";
import { linkResolver } from "./link-resolver.ts";
import type { MakePicture } from "./use-photographs.ts";

const figureTemplate =
  '{% from "components/figure.njk" import figure %}{{ figure({ photo: photo, loading: loading, creditLabel: creditLabel }) }}';

/**
 * What Markdown means: links to content files become addresses, and photographs become the same
 * figures as in layouts. Also the filter `markdown`, for Markdown in front matter.
 */
export function useMarkdown(config: UserConfig, build: Build, makePicture: MakePicture): void {
  const { context } = build;
  let figure: ((data: object) => string) | undefined;
  config.on("eleventy.engine.njk", ({ nunjucks, environment }: NunjucksReady) => {
    // Compiled once: Markdown asks for it at every photograph.
    const template = new nunjucks.Template(figureTemplate, environment, "markdown-figure", true);
    figure = (data) => template.render(data);
  });

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
        if (!figure) throw new Error("a photograph was rendered before the templates were ready");
        const original = context.originalOf(entry.source, use.written);
        return figure({
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
