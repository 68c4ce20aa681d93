/**
 * Address of the text of a licence, by its SPDX identifier: the licence's own page for those of
 * Creative Commons, https://creativecommons.org/licenses/, that of https://spdx.org/licenses/ for
 * others; undefined for terms of one's own (`LicenseRef-…`), which have no page there.
 */
export function licencePage(spdx: string): string | undefined {
  if (spdx.startsWith("LicenseRef-")) return undefined;
  if (spdx === "CC0-1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  // The first version's addresses name the terms in another order.
  const [, terms, version] = /^CC-(BY(?:-NC)?(?:-ND|-SA)?)-([2-4]\.\d)$/.exec(spdx) ?? [];
  return terms === undefined
    ? `https://spdx.org/licenses/${spdx}.html`
    : `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
}
