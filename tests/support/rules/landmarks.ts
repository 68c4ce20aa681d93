import type { Tag } from "../site/parse-page.ts";
import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

/** Within these a `header` or `footer` is no landmark of the page (HTML AAM). */
const sectioning = new Set(["article", "aside", "main", "nav", "section"]);

/** One banner, one main, one footer, and navigation told apart by name. */
export function landmarks(site: Site): string[] {
  return onEachPage(site, ({ tags }) => {
    const faults = ["header", "main", "footer"].flatMap((name) => {
      const count = tags.filter((tag) => tag.name === name && isOfPage(tag)).length;
      return count === 1 ? [] : [`has ${count} ${name} of the page`];
    });
    const names = tags
      .filter(({ name }) => name === "nav")
      .map(({ attributes }) => {
        const label = attributes["aria-labelledby"];
        const labelling = tags.find((tag) => label !== undefined && tag.attributes.id === label);
        return (labelling?.text ?? attributes["aria-label"] ?? "").trim();
      });
    if (names.length === 0) faults.push("has no nav");
    for (const [index, name] of names.entries()) {
      if (name === "") faults.push("has a nav without a name");
      else if (names.indexOf(name) < index) faults.push(`has two navs named ${name}`);
    }
    return faults;
  });
}

function isOfPage({ ancestors }: Tag): boolean {
  return !ancestors.some(({ name }) => sectioning.has(name));
}
