import { readFileSync } from "node:fs";
import path from "node:path";
import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

/** What a template leaves where a value was missing or was not rendered. */
const leftovers = [/\bundefined\b/, /\[object \w+\]/, /\bNaN\b/, /\{\{/, /\{%/, /\{#/];
const ownMachine = /\blocalhost\b|127\.0\.0\.1|\[::1\]/;
const texts = new Set([
  ".atom",
  ".css",
  ".html",
  ".js",
  ".json",
  ".svg",
  ".txt",
  ".vcf",
  ".webmanifest",
  ".xml",
]);

/** No page shows what should have been a value, and no file names the machine that built it. */
export function noLeftovers(site: Site): string[] {
  const inPages = onEachPage(site, ({ texts: runs, tags }) => {
    const shown = runs.filter(({ parent }) => !isCode([parent, ...parent.ancestors]));
    const values = tags.flatMap(({ attributes }) => Object.values(attributes));
    return [...shown.map(({ value }) => value), ...values].filter((value) =>
      leftovers.some((leftover) => leftover.test(value)),
    );
  });
  const inFiles = [...site.files].flatMap((file) => {
    const ending = path.extname(file);
    if (!texts.has(ending)) return [];
    const text = readFileSync(path.join(site.folder, file), "utf8");
    const forbidden = /\.(atom|json|txt|vcf|webmanifest|xml)$/.test(file) ? leftovers : [];
    return [...forbidden, ownMachine].flatMap((pattern) => {
      const found = pattern.exec(text);
      return found ? [`${file}  has ${found[0]}`] : [];
    });
  });
  return [...inPages, ...inFiles];
}

function isCode(tags: readonly { name: string }[]): boolean {
  return tags.some(({ name }) => name === "code" || name === "style");
}
