/** A page, as the sitemap lists it. Addresses are absolute. */
export interface SitemapUrl {
  address: string;
  /** `YYYY-MM-DD`; undefined where nobody recorded it. */
  lastChange: string | undefined;
  /** The page in each language, itself among them; none where there is only one. */
  alternates: readonly { hreflang: string; url: string }[];
  /** Photographs that it shows. */
  images: readonly string[];
}
