import type { Language } from "../lib/language.ts";

/**
 * The address of the page with `key` (path below the language's folder, without `.md`), without
 * origin and prefix: English at `/`, Chinese below `/zh/`.
 */
export function addressOf(language: Language, key: string): string {
  const root = language === "en" ? "/" : "/zh/";
  if (key === "404") return `${root}404.html`;
  const path = key.replace(/(^|\/)index$/, "");
  return path === "" ? root : `${root}${path}/`;
}
