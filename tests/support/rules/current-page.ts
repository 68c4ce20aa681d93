import type { Page, Site } from "../site/read-site.ts";
import { resolveReference } from "../site/resolve-reference.ts";
import { onEachPage } from "./on-each-page.ts";

/** The main navigation marks the page it is on, once, and no other. */
export function currentPage(site: Site): string[] {
  return onEachPage(site, (page) => {
    const links = mainNavigation(site, page);
    if (links.length === 0) return ["has no main navigation in its header"];
    const own = links.filter(({ file }) => file === page.file);
    const marked = links.filter(({ current }) => current === "page");
    const faults = own.length > 1 ? ["is linked more than once by the main navigation"] : [];
    const isRight = marked.length === own.length && marked.every(({ file }) => file === page.file);
    return isRight ? faults : [...faults, `marks ${marked.map(({ file }) => file)} as its page`];
  });
}

/** The links of that `nav` in the header which leads to Contact. */
function mainNavigation(site: Site, page: Page): { file: string; current: string | undefined }[] {
  const contact = page.language === "zh" ? "zh/contact/index.html" : "contact/index.html";
  const navs = page.tags.filter(
    ({ name, ancestors }) => name === "nav" && ancestors.some((tag) => tag.name === "header"),
  );
  const lists = navs.map((nav) =>
    page.tags
      .filter(({ name, ancestors }) => name === "a" && ancestors.includes(nav))
      .map(({ attributes }) => {
        const target = resolveReference(site, page.file, attributes.href ?? "");
        const file = target.kind === "file" ? target.file : "";
        return { file, current: attributes["aria-current"] };
      }),
  );
  return lists.find((links) => links.some(({ file }) => file === contact)) ?? [];
}
