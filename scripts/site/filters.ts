import type { TemplateContext } from "@11ty/eleventy";
import type { Entry } from "../content/entry.ts";
import { type Facts, stringAt } from "../content/facts.ts";
import type { Download } from "../downloads/check.ts";
import { withPrefix } from "../lib/addresses.ts";
import { fillIn } from "../lib/fill-in.ts";
import type { Language } from "../lib/languages.ts";
import { fillHtml, type HtmlText } from "../markdown/render.ts";
import type { Photograph } from "../photos/original.ts";
import { pictureModel, type renditionCollector } from "../photos/picture.ts";
import type { SlotName } from "../photos/slots.ts";
import { photoPath } from "../photos/use.ts";
import { type LeadPhotograph, linkResolver, measuredPhotograph } from "./pages/context.ts";
import { filmWords, linkNote } from "./pages/words.ts";

/** What templates ask for besides data. Each takes its value from the left of `|` in the template. */
interface TemplateFilters {
  /**
  /** A photograph in a slot of a layout, of which a rendition is noted for each width and format. */
  photograph(
    photo: LeadPhotograph,
    slot: SlotName,
    language: Language,
  ): ReturnType<typeof pictureModel>;
  /** The HTML of an editor's text: links become addresses, photographs the same figures as in layouts. */
  markdown(
    this: TemplateContext,
    text: HtmlText,
    entry: Pick<Entry, "source" | "language">,
  ): unknown;
}

/** What the filters know of the site: plain data, which a thread can be given. */
export interface FilterData {
  facts: Facts;
  /** Begins and ends with `/`. */
  prefix: string;
  /** What links to content files lead to. */
  entries: readonly Pick<Entry, "source" | "address">[];
  /** Sound photographs in use, by path from the root. */
  photographs: ReadonlyMap<string, Photograph>;
  /** Files for downloading that this build publishes, by address. */
  downloads: ReadonlyMap<string, Download>;
}

/**
 * The filters of the templates, see {@link TemplateFilters}.
 *
 * @param renditions takes note of every rendition that a page asks for
 */
export function templateFilters(
  { facts, prefix, entries, photographs, downloads }: FilterData,
  renditions: ReturnType<typeof renditionCollector>,
): TemplateFilters {
  const resolveLink = linkResolver(entries, (to) => withPrefix(prefix, to));
  const noteOf = linkNote({ facts, downloads });
  const photograph: TemplateFilters["photograph"] = (photo, slot, language) => {
    const measured = measuredPhotograph(photo, { photographs });
    return pictureModel({
      photograph: measured,
      slot,
      language,
      alt: photo.alt,
      base: prefix,
      renditions,
    });
  };
  return {
    photograph,
    markdown(text, { source, language }) {
      const html = fillHtml(text, {
        resolveLink: (href) => (href.startsWith("#") ? href : resolveLink(href, source)),
        afterLink: (href) => noteOf(href, { source, language }),
        renderPhotograph: (use) => {
          const photo = {
            original: photoPath(source, use.written),
            alt: use.alt || undefined,
          };
          const picture = photograph(photo, use.inPair ? "pair" : "article", language);
          const film = use.film && filmWords(use.film, facts.strings[language]);
          const caption = film?.caption ?? use.caption ?? picture.caption;
          return this.env.render("components/markdown-figure.njk", {
            photo: { ...picture, caption },
            link: use.link,
            film: film?.label,
            loading: use.first ? "first" : "lazy",
            creditLabel: stringAt(facts.strings[language], "photograph.credit"),
          });
        },
        label: (path, values) => fillIn(stringAt(facts.strings[language], path), values),
      });
      return this.env.getFilter("safe")(html);
    },
  };
}
