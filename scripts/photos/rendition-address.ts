import type { Rendition } from "./rendition.ts";

/** Address of a rendition below the site's base path, which begins and ends in a slash. */
export function renditionAddress(base: string, rendition: Rendition): string {
  return `${base}photos/${rendition.name}`;
}
