import { languages } from "../../lib/languages.ts";
import { humansTxt } from "../../outputs/small-texts.ts";
import type { Build } from "../build.ts";

/** Who and what is behind the site, for the curious. */
export function humansFile({ context }: Build): [path: string, content: string][] {
  const { name, contact } = context.facts.site;
  const text = humansTxt({
    names: languages.map((language) => name[language]),
    contact: contact.email,
    languages: ["English", "简体中文"],
    standards: ["HTML", "CSS", "SVG", "Atom", "JSON Feed", "JSON-LD", "vCard"],
    components: ["Eleventy", "Nunjucks", "markdown-it", "sharp", "Lightning CSS", "D3", "Pagefind"],
  });
  return [["humans.txt", text]];
}
