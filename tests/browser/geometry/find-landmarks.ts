import type { Page } from "playwright-core";
import { settle } from "../probes/settle.ts";
import type { Landmark } from "./landmark.ts";

// What an editor writes is one box: a heading more in a text, or an article more in a list, is no
// change of the design. Of things that come many times the first one is taken.
const script = `(() => {
  const selector = "header, nav, main, footer, article, section, aside, address, figure, table, " +
    "th[scope=col], h1, h2, h3, img, svg, .prose, .dateline, .pager, .cartouche, .language-switch";
  const nameOf = (element) => {
    const name = element.className.baseVal ?? element.className;
    const [first] = name.split(" ").filter((word) => word !== "" && !word.startsWith("tone-"));
    if (/^(main|h1)$/.test(element.localName)) return element.localName;
    // A title may be set in the system's face today, in ours tomorrow.
    if (/^(h2|h3|img|svg|th)$/.test(element.localName)) {
      return element.localName + (element.localName === "svg" ? "." + first : "");
    }
    if (element.id && element.localName === "section") return "#" + element.id;
    return first ? "." + first : element.localName;
  };
  const found = new Map();
  for (const element of document.body.querySelectorAll(selector)) {
    if (element.parentElement.closest(".prose, svg") || !element.checkVisibility()) continue;
    const around = element.parentElement.closest("section, article, header, footer, nav, address");
    let what = (around ? nameOf(around) + " " : "") + nameOf(element);
    // The columns of a table are few and each is one of its own.
    if (element.localName === "th") what += " " + (element.cellIndex + 1);
    if (found.has(what)) continue;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const box = { left, right, top: top + scrollY, bottom: bottom + scrollY };
    for (const side in box) box[side] = Math.round(box[side]);
    found.set(what, { what, ...box });
  }
  return [...found.values()];
})()`;

/** The landmarks, headings and pictures of a page as it stands, in the order of the document. */
export async function findLandmarks(page: Page): Promise<Landmark[]> {
  await settle(page);
  return page.evaluate<Landmark[]>(script);
}
