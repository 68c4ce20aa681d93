import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

/**
 * Scripts that a page may load, each with its reason. None is needed so far: the site is text,
 * pictures and links.
 */
const scripts: readonly RegExp[] = [];

/** Nothing that a strict Content-Security-Policy would have to be loosened for. */
export function noInlineCode(site: Site): string[] {
  return onEachPage(site, ({ tags }) =>
    tags.flatMap(({ name, attributes }) => {
      const handlers = Object.keys(attributes).filter((attribute) => /^on/.test(attribute));
      const faults = handlers.map((handler) => `<${name}> has ${handler}`);
      if (attributes.style !== undefined) faults.push(`<${name}> has a style attribute`);
      // A data block is not run (HTML standard, 4.12.1).
      if (name === "script" && attributes.type !== "application/ld+json") {
        const src = attributes.src ?? "";
        if (!scripts.some((script) => script.test(src)))
          faults.push(`<script> "${src}" is not listed`);
      }
      if (name === "base") faults.push("<base> moves every relative address");
      return faults;
    }),
  );
}
