import { fileReferences, pageReferences, reachableFiles, resolveReference } from "../references.ts";
import { onEachPage, type Page, type Site } from "../site.ts";

/** Every local address in pages, stylesheets and files for machines leads to a file and a place. */
export function referencesResolve(site: Site): string[] {
  const inPages = onEachPage(site, (page) => {
    const references = pageReferences(page.tags, site.origin);
    const broken = references.flatMap(({ written, where }) => {
      const target = resolveReference(site, page.file, written);
      return target.kind === "broken" ? [`${where} "${written}" ${target.why}`] : [];
    });
    // A host sends this page for addresses of any depth.
    const relative = page.file.endsWith("404.html")
      ? references.filter(({ written }) => !/^(\/|#|[a-z]+:)/.test(written))
      : [];
    return [
      ...broken,
      ...relative.map(({ where, written }) => `${where} "${written}" is relative`),
    ];
  });
  const others = [...site.files].filter((file) => !file.endsWith(".html"));
  const inOthers = others.flatMap((file) =>
    fileReferences(site, file).flatMap((written) => {
      const target = resolveReference(site, file, written);
      return target.kind === "broken" ? [`${file}  "${written}" ${target.why}`] : [];
    }),
  );
  return [...inPages, ...inOthers];
}

/** Files that nothing has to refer to, because the world knows them by name. */
const known = [
  /^index\.html$/,
  /^(zh\/)?404\.html$/,
  /^(robots|humans)\.txt$/,
  /^build\.json$/,
  // Told to hosts.
  /^(_headers|_redirects|\.htaccess|\.nojekyll|CNAME|staticwebapp\.config\.json|vercel\.json)$/,
  // Named in a header.
  /^pages\.[0-9a-f]{10}\.speculationrules$/,
  // Asked for by browsers and services.
  /^(favicon\.ico|apple-touch-icon\.png|\.well-known\/.+)$/,
  // Read by the search's own script.
  /^pagefind\//,
];

/** Every file is of use, and every page can be reached by links from Welcome. */
export function everythingReferenced(site: Site): string[] {
  // Readers come to old addresses from elsewhere.
  const old = new Set(site.redirects.map(({ file }) => file));
  const roots = [...site.files].filter(
    (file) => old.has(file) || known.some((name) => name.test(file)),
  );
  const reached = reachableFiles(site, roots, (file) => fileReferences(site, file));
  const linked = reachableFiles(site, roots, (file) => {
    const page = site.pages.find((candidate) => candidate.file === file);
    const links = pageReferences(page?.tags ?? [], site.origin).filter(({ use }) => use === "link");
    return links.map(({ written }) => written);
  });
  const useless = [...site.files].filter((file) => !reached.has(file));
  const orphans = site.pages.filter(({ file }) => reached.has(file) && !linked.has(file));
  return [
    ...useless.map((file) => `${file}  is referred to by nothing`),
    ...orphans.map(({ address }) => `${address}  is linked from no page`),
  ];
}

/** No page makes the browser ask another site for anything. */
export function ownOrigin(site: Site): string[] {
  const isForeign = (written: string): boolean => /^([a-z]+:)?\/\//i.test(written);
  const inPages = onEachPage(site, ({ tags }) =>
    pageReferences(tags, site.origin)
      .filter(({ use, written }) => use === "request" && isForeign(written))
      .map(({ where, written }) => `${where} asks for ${written}`),
  );
  const styles = [...site.files].filter((file) => file.endsWith(".css"));
  const inStyles = styles.flatMap((file) =>
    fileReferences(site, file)
      .filter(isForeign)
      .map((written) => `${file}  asks for ${written}`),
  );
  return [...inPages, ...inStyles];
}

const languageTags = { en: "en-GB", zh: "zh-Hans" };

/**
 * What stands at an old address leads on at once, and by a link, to a page that is there; it says
 * so in that page's language, and tells robots to keep the page and not itself.
 */
export function redirects(site: Site): string[] {
  return site.redirects.flatMap((page) =>
    faultsOf(site, page).map((fault) => `${page.address}  ${fault}`),
  );
}

function faultsOf({ pages, origin, prefix }: Site, { tags, language }: Page): string[] {
  const read = (name: string, where: Record<string, string>, attribute: string) =>
    tags.find(
      (tag) =>
        tag.name === name && Object.entries(where).every(([key, is]) => tag.attributes[key] === is),
    )?.attributes[attribute];
  const link = read("a", {}, "href") ?? "";
  const target = pages.find(({ address }) => prefix + address.slice(1) === link);
  const faults = target === undefined ? [`leads to “${link}”, which is no page`] : [];
  return [
    ...faults,
    ...differences([
      ["lang", read("html", {}, "lang"), languageTags[target?.language ?? language]],
      ["refresh", read("meta", { "http-equiv": "refresh" }, "content"), `0;url=${link}`],
      ["canonical", read("link", { rel: "canonical" }, "href"), origin + link],
      ["robots", read("meta", { name: "robots" }, "content"), "noindex"],
    ]),
  ];
}

function differences(
  expected: readonly [what: string, found: string | undefined, wanted: string][],
): string[] {
  return expected.flatMap(([what, found, wanted]) =>
    found === wanted ? [] : [`has ${what} “${found}”, not “${wanted}”`],
  );
}

/**
 * Each page names its language, its own address and, where it is there, the same page in the other
 * language, which names it in return. Only the pages for missing addresses have no address of their own:
 * hosts send them with status 404, which robots do not index.
 */
export function languages(site: Site): string[] {
  return onEachPage(site, (page) => {
    const isMissing = page.file.endsWith("404.html");
    const links = page.tags.filter(({ name }) => name === "link").map((tag) => tag.attributes);
    const canonicals = links.filter(({ rel }) => rel === "canonical").map(({ href }) => href);
    // Feeds are alternates too, of no language.
    const alternates = links
      .filter(({ rel, hreflang }) => rel === "alternate" && hreflang !== undefined)
      .map(({ href, hreflang }) => `${hreflang} ${href}`);
    const lang = page.tags.find(({ name }) => name === "html")?.attributes.lang;
    const wanted = isMissing ? [] : alternatesOf(site, page);
    return differences([
      ["lang", lang, languageTags[page.language]],
      ["canonical", canonicals.join(), isMissing ? "" : absolute(site, page)],
      ["alternates", alternates.sort().join(), wanted.sort().join()],
    ]);
  });
}

function alternatesOf(site: Site, page: Page): string[] {
  const isEnglish = page.language === "en";
  const address = isEnglish ? `/zh${page.address}` : page.address.slice("/zh".length);
  const counterpart = site.pages.find((one) => one.address === address);
  if (!counterpart) return [];
  const [english, chinese] = isEnglish ? [page, counterpart] : [counterpart, page];
  return [
    `en-GB ${absolute(site, english)}`,
    `x-default ${absolute(site, english)}`,
    `zh-Hans ${absolute(site, chinese)}`,
  ];
}

function absolute(site: Site, page: Page): string {
  return site.origin + site.prefix + page.address.slice(1);
}

/**
 * The header leads to the same page in the other language, and says in which language that is and
 * in which its own words are. A page without a translation leads to a page of the other language.
 */
export function languageSwitch(site: Site): string[] {
  return onEachPage(site, (page) => {
    const tag = page.language === "zh" ? "en-GB" : "zh-Hans";
    const links = page.tags.filter(
      ({ name, attributes, ancestors }) =>
        name === "a" &&
        attributes.hreflang !== undefined &&
        ancestors.some((ancestor) => ancestor.name === "header"),
    );
    const [link] = links;
    if (!link || links.length > 1) return [`has ${links.length} language switches`];
    const { hreflang, lang, href = "" } = link.attributes;
    const faults = differences([
      ["hreflang of the switch", hreflang, tag],
      ["lang of the switch", lang, tag],
    ]);
    if (link.text.trim() === "") faults.push("switch has no words");
    const other = page.language === "zh" ? page.file.slice("zh/".length) : `zh/${page.file}`;
    const target = resolveReference(site, page.file, href);
    const file = target.kind === "file" ? target.file : "";
    const isOther = file.startsWith("zh/") === (page.language === "en");
    const isRight = site.files.has(other) ? file === other : file !== "" && isOther;
    return isRight ? faults : [...faults, `switch leads to ${href}`];
  });
}
