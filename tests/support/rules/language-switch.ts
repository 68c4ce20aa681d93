import type { Site } from "../site/read-site.ts";
import { resolveReference } from "../site/resolve-reference.ts";
import { onEachPage } from "./on-each-page.ts";

/**
 * The header leads to the same page in the other language, and says in which language that is and
 * in which its own words are. A page without a translation leads to a page of the other language.
 */
export function languageSwitch(site: Site): string[] {
  return onEachPage(site, (page) => {
    const tag = page.language === "zh" ? "en-GB" : "zh-Hans";
    const links = page.tags.filter(
      ({ name, attributes, ancestors }) =>
        name === "a" &&
        attributes.hreflang !== undefined &&
        ancestors.some((ancestor) => ancestor.name === "header"),
    );
    const [link] = links;
    if (!link || links.length > 1) return [`has ${links.length} language switches`];
    const { hreflang, lang, href = "" } = link.attributes;
    const faults = hreflang === tag ? [] : [`switch has hreflang="${hreflang}"`];
    if (lang !== tag) faults.push(`switch has lang="${lang}"`);
    if (link.text.trim() === "") faults.push("switch has no words");

    const other = page.language === "zh" ? page.file.slice("zh/".length) : `zh/${page.file}`;
    const target = resolveReference(site, page.file, href);
    const file = target.kind === "file" ? target.file : "";
    const isOther = file.startsWith("zh/") === (page.language === "en");
    const isRight = site.files.has(other) ? file === other : file !== "" && isOther;
    return isRight ? faults : [...faults, `switch leads to ${href}`];
  });
}
