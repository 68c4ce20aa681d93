import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

/** One `h1` a page, before all other headings, and no level left out on the way down. */
export function headings(site: Site): string[] {
  return onEachPage(site, ({ tags }) => {
    const found = tags.filter(({ name }) => /^h[1-6]$/.test(name));
    const levels = found.map(({ name }) => Number(name.slice(1)));
    const firsts = levels.filter((level) => level === 1).length;
    const faults = firsts === 1 ? [] : [`has ${firsts} h1`];
    for (const [index, level] of levels.entries()) {
      const before = levels[index - 1] ?? 0;
      const heading = `<h${level}> ${found[index]?.text.trim()}`;
      if (level > before + 1) faults.push(`${heading}: follows a heading of level ${before}`);
      if (found[index]?.text.trim() === "") faults.push(`${heading}: is empty`);
    }
    return faults;
  });
}
