import { checkAddress } from "./check-address.ts";
import { checkInternalLink } from "./check-internal-link.ts";
import type { MarkdownText } from "./check-markdown.ts";
import { type Finding, finding } from "./finding.ts";
import type { LinkReference } from "./read-references.ts";

/** What is wrong with a link, the gravest thing first; undefined: nothing. */
export function checkLink(link: LinkReference, text: MarkdownText): Finding | undefined {
  const { href } = link;
  switch (link.kind) {
    case "empty":
      return finding("link-without-target", { text: link.text });
    case "unsafe": {
      const scheme = href.slice(0, href.indexOf(":") + 1).trim();
      return finding("link-unsafe", { href, scheme });
    }
    case "protocol-relative": {
      const better = `https://${href.trim().replace(/^[/\\]+/, "")}`;
      return finding("link-two-slashes", { href, better });
    }
    case "fragment":
    case "relative":
    case "site":
      return checkInternalLink(href, text) ?? checkText(link);
    default:
      return checkAddress(href, link.kind, text.site.origin) ?? checkText(link);
  }
}

function checkText({ href, text, hasImage }: LinkReference): Finding | undefined {
  return text === "" && !hasImage ? finding("link-without-text", { href }) : undefined;
}
