import type { Language } from "../lib/languages.ts";

/** The windows of the shots, from a telephone to a large screen, in CSS pixels. */
export const shotWindows = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** The two themes, and what a browser calls them. */
export const themes = { day: "light", night: "dark" } as const;

/** A screenshot to take. */
export interface Shot {
  /** From the site's root, without the prefix: `/zh/about/`. */
  address: string;
  language: Language;
  /** The page's name, the same in both languages: `about`, `news-culture-day`. */
  page: string;
  window: (typeof shotWindows)[number];
  theme: keyof typeof themes;
  /** Of the file: `zh-about-1280-night.png`. */
  name: string;
}
