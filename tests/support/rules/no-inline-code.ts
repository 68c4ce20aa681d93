import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

/** Scripts, each with the pages that may load it and its reason. */
const scripts: readonly { src: RegExp; pages: RegExp }[] = [
  // Words are looked for in the browser, since hosts of files cannot; with scripts off there is the archive.
  { src: /^\/(?:.*\/)?search\.[0-9a-f]{10}\.js$/, pages: /^\/(?:zh\/)?search\/$/ },
];

/** Nothing that a strict Content-Security-Policy would have to be loosened for. */
export function noInlineCode(site: Site): string[] {
  return onEachPage(site, ({ address, tags }) =>
    tags.flatMap(({ name, attributes }) => {
      const handlers = Object.keys(attributes).filter((attribute) => /^on/.test(attribute));
      const faults = handlers.map((handler) => `<${name}> has ${handler}`);
      if (attributes.style !== undefined) faults.push(`<${name}> has a style attribute`);
      // A data block is not run (HTML standard, 4.12.1).
      if (name === "script" && attributes.type !== "application/ld+json") {
        const src = attributes.src ?? "";
        if (!scripts.some((script) => script.src.test(src) && script.pages.test(address)))
          faults.push(`<script> "${src}" is not listed`);
      }
      if (name === "base") faults.push("<base> moves every relative address");
      return faults;
    }),
  );
}
