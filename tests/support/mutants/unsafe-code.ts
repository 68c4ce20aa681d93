import { noInlineCode } from "../rules/no-inline-code.ts";
import { onEachPage } from "../rules/on-each-page.ts";
import type { Site } from "../site/read-site.ts";

/** Attributes whose value a browser may follow (HTML standard, list of attributes). */
const followed = /^(?:href|src|action|formaction|poster|data|cite|ping|background|xlink:href)$/;

/** Everything on the pages of `site` by which a text could run a program. */
export function unsafeCode(site: Site): string[] {
  const addresses = onEachPage(site, ({ tags }) =>
    tags.flatMap(({ name, attributes }) =>
      Object.entries(attributes)
        .filter(([attribute, value]) => followed.test(attribute) && isCode(value))
        .map(([attribute, value]) => `<${name} ${attribute}="${value.slice(0, 60)}">`),
    ),
  );
  return [...noInlineCode(site), ...addresses];
}

/** Browsers pass over blanks and control characters in a scheme. */
function isCode(address: string): boolean {
  return /^(?:javascript|vbscript|data):/i.test(address.replace(/[^!-~]/g, ""));
}
