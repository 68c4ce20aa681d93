import { percentDecode } from "../lib/addresses.ts";
import { withoutFullWidth } from "./link-targets.ts";
import { type Fault, fault } from "./rules.ts";

/**
 * With the country's code, or with the place where it holds: https://www.rfc-editor.org/rfc/rfc3966#section-5.1
 * Numbers have 15 digits at most (ITU-T E.164), and hardly any country's have less than 7.
 */
const dialled =
  /^tel:(?:\+[().-]*[1-9](?:[().-]*\d){6,14}|[().-]*\d[\d().-]*;phone-context=\+?\w[\w.-]*)[().-]*$/i;

/** The 0 that is dialled within a country only: in brackets, or behind the codes of Britain and China. */
const inland = /\(0\)|(?<=^tel:\+[().-]*(?:44|86)[().-]*)0/i;

/** `href` as it can be dialled, where that is known: no other link, and no number without its country. */
export function telephoneLink(href: string): string | undefined {
  if (isDialled(href)) return href;
  const better = plain(href)
    .replace(/^tel:00(?=[1-9])/i, "tel:+")
    .replace(inland, "");
  return isDialled(better) ? better : undefined;
}

/** What is wrong with a link that begins with `tel:`; undefined: nothing. */
export function checkTelephone(href: string): Fault | undefined {
  const better = telephoneLink(href);
  if (better === href) return undefined;
  if (better !== undefined) return fault("link-telephone-form", { href, better });
  const number = plain(href);
  return /^tel:\d{3,6}$/i.test(number)
    ? fault("link-telephone-short", { href, better: `${number};phone-context=+44` })
    : fault("link-telephone-malformed", { href });
}

function isDialled(href: string): boolean {
  return dialled.test(href) && !inland.test(href);
}

/** Without blanks, dashes and signs of other keyboards. */
function plain(href: string): string {
  return withoutFullWidth(percentDecode(href)).replaceAll(/[\s‐-―]/g, "");
}
