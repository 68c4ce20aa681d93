import { absoluteAddress, fileOfAddress, withPrefix } from "../../lib/addresses.ts";
import { languageTag } from "../../lib/languages.ts";
import { listRedirects } from "./list-redirects.ts";
import type { Page } from "./page.ts";
import type { SiteContext } from "./site-context.ts";

/** A page at each old address that leads on to the new one, for hosts that know no redirects. */
export function redirectPages(context: SiteContext): Page[] {
  const { facts, origin, prefix } = context;
  return listRedirects(context).map(({ from, entry, number }) => {
    const { source, language, title, address } = entry;
    return {
      source,
      template: source.replace(/\.md$/, `.alias-${number}.md`),
      output: fileOfAddress(from),
      body: "",
      layout: "layouts/redirect.njk",
      listing: undefined,
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
    };
  });
}
