import { foldedPath } from "../../lib/folded-path.ts";
import { languageTag } from "../../lib/language-tag.ts";
import { withPrefix } from "../../lib/with-prefix.ts";
import { absoluteAddress } from "./absolute-address.ts";
import { outputPath } from "./output-path.ts";
import type { Page } from "./page.ts";
import type { SiteContext } from "./site-context.ts";

/**
 * A page at each old address that leads on to the new one, since a static host knows no redirects.
 * Only what is shown is led to; an old address that has a page again, a draft in the preview, is
 * that page's. Aliases lead to pages alone, so there are no chains.
 */
export function redirectPages({ entries, facts, origin, prefix }: SiteContext): Page[] {
  const shown = new Set(entries.map(({ address }) => foldedPath(address)));
  return entries.flatMap((entry) => {
    const { source, language, title, address, aliases } = entry;
    return aliases
      .filter((alias) => !shown.has(foldedPath(alias)))
      .map((alias, index) => ({
        source,
        template: source.replace(/\.md$/, `.alias-${index + 1}.md`),
        output: outputPath(alias),
        body: "",
        layout: "layouts/redirect.njk",
        data: {
          entry: {
            source,
            language,
            languageTag: languageTag[language],
            title,
            documentTitle: `${title} · ${facts.site.name[language]}`,
            canonical: absoluteAddress(address, { origin, prefix }),
            url: withPrefix(prefix, address),
          },
          t: facts.strings[language],
        },
      }));
  });
}
