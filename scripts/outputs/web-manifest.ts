/** A square PNG for a home screen. */
export interface ManifestIcon {
  /** Address from the root of the host. */
  src: string;
  /** Pixels a side. */
  size: number;
  purpose: "any" | "maskable";
}

/** The site in one language, as a home screen shows it. */
export interface HomeScreenEntry {
  name: string;
  /** For the place below an icon, which has room for a word or two. */
  shortName: string;
  description: string;
  /** BCP 47; both of the site's are written from left to right. */
  languageTag: string;
  /** Where it opens, from the root of the host; all addresses below are of the same language. */
  home: string;
  /** `#rrggbb` */
  colour: string;
  icons: readonly ManifestIcon[];
}

/**
 * A web application manifest: https://www.w3.org/TR/appmanifest/. Opened from a home screen the
 * site is still a page of the browser, whose address, print and share it needs.
 */
export function webManifest(entry: HomeScreenEntry): string {
  const manifest = {
    name: entry.name,
    short_name: entry.shortName,
    description: entry.description,
    lang: entry.languageTag,
    dir: "ltr",
    id: entry.home,
    start_url: entry.home,
    scope: entry.home,
    display: "browser",
    background_color: entry.colour,
    theme_color: entry.colour,
    icons: entry.icons.map(({ src, size, purpose }) => ({
      src,
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose,
    })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
