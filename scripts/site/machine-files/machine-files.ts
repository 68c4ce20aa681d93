import { type Entry, lastChange, newestDate } from "../../content/entry.ts";
import { stringAt } from "../../content/facts.ts";
import { absoluteAddress, withPrefix } from "../../lib/addresses.ts";
import { formatCivilDate } from "../../lib/dates.ts";
import { languages, languageTag } from "../../lib/languages.ts";
import { groupBy } from "../../lib/lists.ts";
import { webManifest } from "../../outputs/icons.ts";
import { robotsText, sitemapFiles } from "../../outputs/sitemap.ts";
import { humansTxt, securityTxt } from "../../outputs/small-texts.ts";
import { vcard } from "../../outputs/vcard.ts";
import type { Assets } from "../assets.ts";
import { manifestPath, securityPath, vcardPath } from "../fixed-addresses.ts";
import { absolutePicture, type Page, type SiteContext } from "../pages/context.ts";
import { calendarFiles } from "./calendars.ts";
import { feedFiles } from "./feeds.ts";

type MachineFile = readonly [path: string, content: string];

/**
 * Files that no person reads as they are, each made from objects by a writer of `scripts/outputs/`: path
 * below `_site/`, and content.
 */
export async function machineFiles(
  root: string,
  context: SiteContext,
  pages: readonly Page[],
  assets: Pick<Assets, "frame" | "icons">,
): Promise<MachineFile[]> {
  return [
    ...(await feedFiles(root, context)),
    ...calendarFiles(context),
    ["humans.txt", humansText(context)],
    ...manifests(context, assets),
    ["robots.txt", robotsText(absoluteAddress("/sitemap.xml", context))],
    [securityPath, securityText(context)],
    ...sitemapFile(context, pages),
    [vcardPath, contactCard(context)],
  ];
}

/** Who and what is behind the site, for the curious. */
function humansText({ facts }: SiteContext): string {
  const { name, contact } = facts.site;
  return humansTxt({
    names: languages.map((language) => name[language]),
    contact: contact.email,
    languages: ["English", "简体中文"],
    standards: ["HTML", "CSS", "SVG", "Atom", "JSON Feed", "JSON-LD", "vCard", "iCalendar"],
    components: ["Eleventy", "Nunjucks", "markdown-it", "sharp", "Lightning CSS", "D3", "Pagefind"],
  });
}

/** What home screens show of the site: a manifest for each language, which opens its Welcome. */
function manifests(
  { facts, entries, prefix }: SiteContext,
  { frame, icons }: Pick<Assets, "frame" | "icons">,
): MachineFile[] {
  const welcomes = entries.filter(({ kind }) => kind === "welcome");
  return welcomes.map(({ language, address, summary }) => {
    const manifest = webManifest({
      name: facts.site.name[language],
      shortName: stringAt(facts.strings[language], "shortName"),
      description: summary,
      languageTag: languageTag[language],
      home: withPrefix(prefix, address),
      colour: frame.paper.light,
      icons,
    });
    return [manifestPath[language], manifest];
  });
}

/** How to report a weakness: by the ways that everyone else writes, since there is no other team. */
function securityText(context: SiteContext): string {
  const { contact, security } = context.facts.site;
  const contactPages = context.entries.filter(({ kind }) => kind === "contact");
  return securityTxt({
    contacts: [
      `mailto:${contact.email}`,
      ...contactPages.map(({ address }) => absoluteAddress(address, context)),
    ],
    expires: security.expires,
    languages,
    canonical: absoluteAddress(`/${securityPath}`, context),
  });
}

/** The contact details for address books. */
function contactCard(context: SiteContext): string {
  const { contact, name } = context.facts.site;
  return vcard({
    names: languages.map((language) => name[language]),
    address: contact.address,
    telephone: contact.telephone,
    email: contact.email,
    urls: context.entries
      .filter(({ kind }) => kind === "welcome")
      .map(({ address }) => absoluteAddress(address, context)),
  });
}

/**
 * The sitemap, in the order of the pages: every one that has an address of its own and that robots may list. So not the pages
 * for missing addresses, and not the search, whose results are listed themselves.
 */
export function sitemapFile(context: SiteContext, pages: readonly Page[]): Map<string, string> {
  const entries = new Map(context.entries.map((entry) => [entry.source, entry]));
  const images = imagesOf(context);
  const urls = pages.flatMap(({ source, listing, newest }) => {
    const entry = entries.get(source);
    if (!entry || !listing?.canonical || listing.robots !== undefined) return [];
    // Lists of articles change with these. Other pages tell no day but one that their content tells.
    const changed = newestDate([lastChange(entry), newest]);
    return [
      {
        address: listing.canonical,
        lastChange: changed && formatCivilDate(changed.day),
        alternates: listing.alternates,
        images: images(entry),
      },
    ];
  });
  return sitemapFiles(urls, (name) => absoluteAddress(`/${name}`, context));
}

/** Makes the function that lists the photographs of an entry's page, each once: absolute addresses. */
function imagesOf(context: SiteContext): (entry: Entry) => string[] {
  const usesOf = groupBy(context.photoUses, ({ source }) => source);
  return ({ source, language }) => {
    const originals = (usesOf.get(source) ?? []).map(({ written }) =>
      context.originalOf(source, written),
    );
    return [...new Set(originals)].map(
      (original) => absolutePicture({ original, alt: undefined }, language, context).src,
    );
  };
}
