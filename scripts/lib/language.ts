/** The site's languages: the name of the folder in `content/`. */
export type Language = "en" | "zh";

/** English first: it stands at the root of the site and is the `x-default`. */
export const languages: readonly Language[] = ["en", "zh"];
