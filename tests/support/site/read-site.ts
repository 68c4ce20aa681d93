import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { listFiles } from "../list-files.ts";
import { type ParsedPage, parsePage } from "./parse-page.ts";

/** A page of the site, read and parsed. */
export interface Page extends ParsedPage {
  /** The file, relative to the site's folder. */
  file: string;
  /** From the site's root and without the prefix: `/about/`, `/404.html`. */
  address: string;
  html: string;
  language: "en" | "zh";
}

/** The built site. */
export interface Site {
  folder: string;
  /** `https://…` without a trailing slash. */
  origin: string;
  /** Where the host serves it: begins and ends with `/`. */
  prefix: string;
  /** Every file, relative to the folder, with forward slashes. */
  files: ReadonlySet<string>;
  pages: readonly Page[];
  /** What stands at old addresses and only leads on. */
  redirects: readonly Page[];
}

/** Reads every page of a built site. Throws where there is none. */
export async function readSite(folder: string, origin: string, prefix: string): Promise<Site> {
  const files = existsSync(folder) ? await listFiles(folder) : [];
  const names = files.filter((file) => file.endsWith(".html"));
  if (names.length === 0) throw new Error(`no page in ${folder}: run \`npm run build\``);
  const all = await Promise.all(
    names.map(async (file): Promise<Page> => {
      const html = await readFile(path.join(folder, file), "utf8");
      const address = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
      const language = address.startsWith("/zh/") ? "zh" : "en";
      return { file, address, html, language, ...parsePage(html) };
    }),
  );
  const pages = all.filter((page) => !leadsOn(page));
  const redirects = all.filter(leadsOn);
  return { folder, origin, prefix, files: new Set(files), pages, redirects };
}

function leadsOn({ tags }: Page): boolean {
  return tags.some(({ attributes }) => attributes["http-equiv"] === "refresh");
}
