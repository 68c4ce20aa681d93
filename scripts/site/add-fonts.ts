import { stringAt } from "../content/facts.ts";
import { withPrefix } from "../lib/addresses.ts";
import type { Language } from "../lib/languages.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import type { Fonts } from "../outputs/fonts/fonts.ts";
import type { Build } from "./build.ts";
import type { SiteContext } from "./pages/site-context.ts";

const folder = "fonts";

/**
 * Adds the files of the fonts. `firstFonts` are the addresses of those that every page of a language
 * opens with.
 *
 * @returns the `@font-face` rules
 */
export async function addFonts(build: Build): Promise<string> {
  const fonts = await cutFonts(build);
  const { regular, signs, semibold, italic, headings } = fonts;
  for (const { name, bytes } of [regular, signs, semibold, italic, headings]) {
    build.files.set(`${folder}/${name}`, bytes);
  }
  const address = (name: string) => addressOf(name, build.context);
  build.globals.set("firstFonts", {
    en: [address(regular.name)],
    zh: [address(headings.name)],
  } satisfies Record<Language, string[]>);
  build.glyphs = fonts.glyphs;
  return fonts.css;
}

/** The fonts with the characters that the site uses. */
export function cutFonts({ context, keep }: Build): Promise<Fonts> {
  const texts = [
    ...context.entries.flatMap((entry) => [entry.title, entry.summary, entry.body]),
    ...context.entries.flatMap((entry) =>
      (entry.screens ?? []).flatMap(({ title, text }) => [title, text]),
    ),
    JSON.stringify(context.facts),
  ];
  const signs = signsIn(texts);
  const headings = fixedHeadings(context);
  return keep("fonts", [signs, headings, context.prefix], async () => {
    const { makeFonts } = await import("../outputs/fonts/fonts.ts");
    return makeFonts({
      folder: addressOf("", context),
      texts: [signs],
      headings,
    });
  });
}

/** What stands in texts besides ASCII, each character once. */
function signsIn(texts: readonly string[]): string {
  const signs = new Set(texts.flatMap((text) => text.match(/[^\0-\x7f]/gu) ?? []));
  return [...signs].sort(compareCodeUnits).join("");
}

function addressOf(name: string, { prefix }: SiteContext): string {
  return withPrefix(prefix, `/${folder}/${name}`);
}

/** Headings that stand in the interface strings. */
const inStrings = [
  "news.newest",
  "crossing.title",
  "cities.title",
  "timeline.title",
  "contact.title",
  "credits.photographs",
];

/** The Chinese headings of the pages that are always there, and the names. */
function fixedHeadings({ entries, facts }: SiteContext): string[] {
  const fixed = entries.filter(
    ({ language, kind }) => language === "zh" && kind !== "article" && kind !== "page",
  );
  return [
    facts.site.name.zh,
    ...Object.values(facts.site.cities).map((city) => city.name.zh),
    ...inStrings.map((string) => stringAt(facts.strings.zh, string)),
    ...fixed.map((entry) => entry.title),
    ...fixed.flatMap((entry) => (entry.screens ?? []).map((screen) => screen.title)),
    ...fixed.flatMap((entry) => entry.body.match(/^#{2,6} .+$/gm) ?? []),
  ];
}
