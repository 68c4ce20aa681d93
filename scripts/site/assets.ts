import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Entry, Kind } from "../content/entry.ts";
import { stringAt } from "../content/facts.ts";
import { withPrefix } from "../lib/addresses.ts";
import { hashedName, ifThere, integrityOf } from "../lib/files.ts";
import type { Language } from "../lib/languages.ts";
import type { CardColours } from "../outputs/cards/card.ts";
import type { Fonts } from "../outputs/fonts/fonts.ts";
import { pagePolicies } from "../outputs/hosts/policies.ts";
import { speculationRules } from "../outputs/hosts/speculation.ts";
import { drawIcon, ico, type ManifestIcon } from "../outputs/icons.ts";
import { bundleScript, bundleStyles, type ColourToken, readTokens } from "../outputs/styles.ts";
import { shapeStyles } from "../photos/slots.ts";
import { toneStyles } from "../photos/tones.ts";
import { ContentFailure } from "../problems/problem.ts";
import type { Styles } from "./finish.ts";
import { iconPaths } from "./fixed-addresses.ts";
import type { KeepResult } from "./kept.ts";
import type { SiteContext } from "./pages/context.ts";
import { sortArticles } from "./pages/lists.ts";
import { listHeadings } from "./pages/news.ts";
import { shownTitle } from "./pages/words.ts";
import { signsIn } from "./reading.ts";

/** What every layout is given as `frame`: the same on all pages. Addresses are those that browsers ask for. */
export interface Frame {
  /** The fonts that every page of a language opens with. */
  firstFonts: Readonly<Record<Language, readonly string[]>>;
  /** What a page may load and do, said by itself for hosts that send no headers; undefined in the preview. */
  policies: { page: string; search: string } | undefined;
  /** Which pages may be fetched ahead; undefined in the preview, where they would be out of date. */
  speculationRules: string | undefined;
  /** The colour of the page, for the browser's own frame around it. */
  paper: ColourToken;
  icon: string;
  oldIcon: string;
  touchIcon: string;
  /** The one script of the site, which the search pages alone load; undefined where there is no search. */
  searchScript: { src: string; integrity: string } | undefined;
}

/** What all pages have in common. */
export interface Assets {
  frame: Frame;
  /** The stylesheets, of which each page carries the one for its kind. */
  styles: Styles;
  /** The characters of the Chinese heading font. */
  glyphs: string;
  /** The icons of home screens, which manifests name. */
  icons: readonly ManifestIcon[];
  /** The files that pages refer to: path below `_site/`, and content. */
  files: ReadonlyMap<string, string | Uint8Array>;
}

/**
 * Makes what all pages have in common: fonts → styles → policies → icons → search script.
 *
 * @param preview whether it is for the preview, whose own script no policy allows
 * @throws ContentFailure if styles or icons are not there or not sound
 */
export async function makeAssets(
  root: string,
  context: SiteContext,
  keep: KeepResult,
  preview: boolean,
): Promise<Assets> {
  const files = new Map<string, string | Uint8Array>();
  const add = (name: string, content: string | Uint8Array): string => {
    files.set(name, content);
    return withPrefix(context.prefix, `/${name}`);
  };

  // Fonts, before the styles that name their files.
  const fonts = await keptFonts(context, keep);
  const addFont = ({ name, bytes }: Fonts["regular"]) => add(`${fontFolder}/${name}`, bytes);
  for (const font of [fonts.signs, fonts.semibold, fonts.italic]) addFont(font);

  // Styles stand in every page, one sheet in Welcome and one in all others: without what only the other
  // has a use for, each is 1 KB smaller in Brotli. Measured with Lighthouse 12.8 (simulated slow 4G) on
  // Welcome, beside one hashed file in the same run: first paint 0.65 s to 0.80 s, largest 0.98 s to
  // 1.13 s. A file would have to be asked for before anything is painted.
  const generated = { fonts: fonts.css, shapes: shapeStyles(), tones: toneStyles() };
  const styles = {
    welcome: await bundleStyles(root, generated, "assets/styles/welcome.css"),
    other: await bundleStyles(root, generated),
  };

  // What pages may load and do: only the styles above, by their hashes.
  const policies = pagePolicies(Object.values(styles));

  // The icons, all drawn from one, before the manifests that name them.
  const svg = await readIcon(root);
  const { small, touch, home } = await keep("icons", svg, () => drawIcons(svg));
  const icons = home.map(({ png, ...icon }) => ({
    ...icon,
    src: add(hashedName(`icon-${icon.size}.png`, png), png),
  }));

  // The script of the search pages; the rest is plain HTML.
  const script = hasSearch(context)
    ? await bundleScript(root, "assets/scripts/search.ts")
    : undefined;

  const frame: Frame = {
    firstFonts: { en: [addFont(fonts.regular)], zh: [addFont(fonts.headings)] },
    policies: preview ? undefined : policies,
    speculationRules: preview ? undefined : speculationRules(context.prefix).text,
    paper: colourNamed(await siteColours(root), "page"),
    icon: add(hashedName("icon.svg", svg), svg),
    oldIcon: add(iconPaths.old, small),
    touchIcon: add(iconPaths.touch, touch),
    searchScript: script && {
      src: add(hashedName("search.js", script), script),
      integrity: integrityOf(script),
    },
  };
  return { frame, styles, glyphs: fonts.glyphs, icons, files };
}

/** Whether the site has a page to search from; in content it may be left out. */
export function hasSearch({ entries }: SiteContext): boolean {
  return entries.some(({ kind }) => kind === "search");
}

const fontFolder = "fonts";

/** The fonts with the characters that the site uses. */
function keptFonts(context: SiteContext, keep: KeepResult): Promise<Fonts> {
  const signs = signsIn([
    ...context.entries.map((entry) => context.readingOf(entry).signs),
    JSON.stringify(context.facts),
  ]);
  const headings = fixedHeadings(context);
  const otherHeadings = otherHeadingsOf(context);
  return keep("fonts", [signs, headings, otherHeadings, context.prefix], async () => {
    const { makeFonts } = await import("../outputs/fonts/fonts.ts");
    const folder = withPrefix(context.prefix, `/${fontFolder}/`);
    return makeFonts({ folder, texts: [signs], headings, otherHeadings });
  });
}

/** Headings that stand in the interface strings. */
const inStrings = [
  "news.newest",
  "events.next",
  "events.past",
  "crossing.title",
  "cities.title",
  "timeline.title",
  "contact.title",
  "credits.photographs",
];

/** The Chinese headings of the pages that are always there, and the names. */
function fixedHeadings({ entries, facts, readingOf }: SiteContext): string[] {
  const added: readonly Kind[] = ["article", "event", "page"];
  const fixed = entries.filter(({ language, kind }) => language === "zh" && !added.includes(kind));
  return [
    facts.site.name.zh,
    ...Object.values(facts.site.cities).map((city) => city.name.zh),
    ...inStrings.map((string) => stringAt(facts.strings.zh, string)),
    ...fixed.map((entry) => entry.title),
    ...fixed.flatMap((entry) => (entry.screens ?? []).map((screen) => screen.title)),
    ...fixed.flatMap((entry) => headingsIn(entry, readingOf)),
  ];
}

/** The budget of the heading font holds some fifty characters besides those of the fixed pages. */
const mostOthers = 100;

/**
 * Other Chinese headings, those first that are seen most: titles of articles and events, the newest first;
 * lists of news; pages that editors added; headings in articles and events. Those of a page are one, as it is set in the
 * heading font whole or not at all. Thus a new article may change the font, and with it every page. Of
 * ten thousand articles the newest half a dozen are in it: Welcome and their own pages are set in it,
 * lists and older articles in the system's serif, each page in one.
 */
function otherHeadingsOf(context: SiteContext): string[] {
  const { lists, readingOf } = context;
  const dated = sortArticles([...lists.articles.zh, ...lists.events.zh]).slice(0, mostOthers);
  const all = [
    ...dated.map((entry) => shownTitle(entry, context)),
    ...listHeadings("zh", context),
    ...lists.pages.zh.map((page) => [page.title, ...headingsIn(page, readingOf)].join("")),
    ...dated.map((entry) => headingsIn(entry, readingOf).join("")),
  ];
  return [...new Set(all)].slice(0, mostOthers);
}

function headingsIn(entry: Entry, readingOf: SiteContext["readingOf"]): string[] {
  return readingOf(entry).texts.flatMap(({ references }) =>
    references.headings.map(({ text }) => text),
  );
}

const iconSource = "assets/icons/icon.svg";

/** Pixels a side: tabs, and the same at twice and three times the density. */
const icoSizes = [16, 32, 48];

/** Pixels a side, and margins as parts of it. */
const touchIcon = { size: 180, margin: 0.06 };

/**
 * What home screens show. A maskable icon keeps what matters within a circle of 40 % of its side
 * around the middle: https://www.w3.org/TR/appmanifest/#icon-masks
 */
const manifestIcons = [
  { size: 192, margin: 0, purpose: "any" },
  { size: 512, margin: 0, purpose: "any" },
  { size: 512, margin: 0.19, purpose: "maskable" },
] as const;

async function readIcon(root: string): Promise<string> {
  const svg = await ifThere(readFile(path.join(root, iconSource), "utf8"));
  if (svg === undefined) throw iconFailure("the icon of the site is not there");
  return svg;
}

/** The icons as pictures, for tabs, for a touch and for home screens. */
async function drawIcons(svg: string) {
  const draw = async (size: number, margin?: number): Promise<Buffer> => {
    try {
      return await drawIcon(svg, size, margin);
    } catch (error) {
      throw iconFailure(`the icon of the site cannot be drawn: ${(error as Error).message}`);
    }
  };
  const [small, touch, home] = await Promise.all([
    Promise.all(icoSizes.map(async (size) => ({ size, png: await draw(size) }))),
    draw(touchIcon.size, touchIcon.margin),
    Promise.all(
      manifestIcons.map(async ({ margin, ...icon }) => ({
        ...icon,
        png: await draw(icon.size, margin),
      })),
    ),
  ]);
  return { small: ico(small), touch, home };
}

function iconFailure(message: string): ContentFailure {
  return failure("icon", iconSource, message, "bring the file back; every page names it");
}

/**
 * The colours of social cards: the site's by day, since nobody knows where a card is shown.
 *
 * @throws ContentFailure if the stylesheet lacks one
 */
export async function cardColours(root: string): Promise<CardColours> {
  const colours = await siteColours(root);
  const day = (name: string) => colourNamed(colours, name).light;
  return {
    paper: day("page"),
    land: day("panel"),
    shallow: day("water"),
    deep: day("heading"),
    muted: day("quiet"),
    magenta: day("course"),
  };
}

const colourSource = "assets/styles/tokens.css";

/** The colours of the stylesheet by name, for what no stylesheet reaches: cards, the manifest, icons. */
async function siteColours(root: string): Promise<ReadonlyMap<string, ColourToken>> {
  const css = await ifThere(readFile(path.join(root, colourSource), "utf8"));
  if (css !== undefined) return readTokens(css);
  throw failure(
    "styles",
    colourSource,
    `the stylesheet ${colourSource} is not there`,
    "bring the file back; the colours of the whole site stand in it",
  );
}

function colourNamed(colours: ReadonlyMap<string, ColourToken>, name: string): ColourToken {
  const colour = colours.get(name);
  if (colour) return colour;
  throw failure(
    "styles",
    colourSource,
    `there is no colour \`--${name}\` in it`,
    "declare it; what no stylesheet reaches takes it as well",
  );
}

function failure(rule: string, file: string, message: string, remedy: string): ContentFailure {
  const place = { path: file, line: 1, column: 1 };
  return new ContentFailure([{ rule, severity: "error", ...place, message, remedy }]);
}
