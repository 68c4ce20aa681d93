import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

/** Each `img` has its words and its box; each choice of widths says how wide the picture stands. */
export function imageAttributes(site: Site): string[] {
  return onEachPage(site, ({ tags }) =>
    tags.flatMap(({ name, attributes }) => {
      const faults: string[] = [];
      const where = `<${name}> ${attributes.src ?? attributes.srcset ?? ""}`;
      if (name === "img") {
        if (attributes.alt === undefined) faults.push(`${where}: no alt`);
        for (const side of ["width", "height"]) {
          if (!/^[1-9]\d*$/.test(attributes[side] ?? "")) faults.push(`${where}: no ${side}`);
        }
        if (!attributes.src) faults.push(`${where}: no src`);
      }
      if (/\s\d+w/.test(attributes.srcset ?? "") && !attributes.sizes) {
        faults.push(`${where}: widths without sizes`);
      }
      return faults;
    }),
  );
}
