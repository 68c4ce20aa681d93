import { stringAt } from "../../content/facts.ts";
import { withPrefix } from "../../lib/addresses.ts";
import { languageTag } from "../../lib/languages.ts";
import { webManifest } from "../../outputs/icons.ts";
import type { Build } from "../build.ts";
import { manifestPath } from "./manifest-path.ts";

/** What home screens show of the site: a manifest for each language, which opens its Welcome. */
export function manifestFiles({ context, icons, paper }: Build): [path: string, content: string][] {
  const { facts, entries, prefix } = context;
  const welcomes = entries.filter(({ kind }) => kind === "welcome");
  return welcomes.map(({ language, address, summary }) => {
    const manifest = webManifest({
      name: facts.site.name[language],
      shortName: stringAt(facts.strings[language], "shortName"),
      description: summary,
      languageTag: languageTag[language],
      home: withPrefix(prefix, address),
      colour: paper.light,
      icons,
    });
    return [manifestPath[language], manifest];
  });
}
