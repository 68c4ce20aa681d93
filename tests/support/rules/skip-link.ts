import type { Tag } from "../site/parse-page.ts";
import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

/** The first thing the Tab key comes to leads to the main content. */
export function skipLink(site: Site): string[] {
  return onEachPage(site, ({ tags }) => {
    const first = tags.find(isFocusable);
    const id = first?.attributes.href?.replace(/^#/, "");
    const target = tags.find(({ attributes }) => id !== undefined && attributes.id === id);
    const isMain = target?.name === "main" || target?.ancestors.some(({ name }) => name === "main");
    if (first?.attributes.href?.startsWith("#") && isMain && first.text.trim() !== "") return [];
    return [`begins with ${first?.name} ${first?.attributes.href}, not with a skip link`];
  });
}

function isFocusable({ name, attributes }: Tag): boolean {
  if (attributes.tabindex !== undefined) return Number(attributes.tabindex) >= 0;
  if (name === "a" || name === "area") return attributes.href !== undefined;
  return ["button", "input", "select", "textarea", "summary", "iframe"].includes(name);
}
