import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import sharp from "sharp";
import { siteTokens } from "../assets/styles/site-tokens.ts";
import { manifestWarnings } from "../support/manifest-warnings.ts";
import { builtSite } from "../support/site/built-site.ts";
import { resolveReference } from "../support/site/resolve-reference.ts";

const { folder, origin, pages, prefix } = builtSite;

/** The file that an address leads to. */
function fileOf(from: string, written: string): string {
  const target = resolveReference(builtSite, from, written);
  assert.ok(target.kind === "file", `${written} leads nowhere`);
  return target.file;
}

const homes = { en: "/", zh: "/zh/" } as const;

for (const language of ["en", "zh"] as const) {
  const named = pages
    .filter((page) => page.language === language)
    .flatMap((page) => {
      const link = page.tags.find(({ attributes }) => attributes.rel === "manifest");
      return [fileOf(page.file, link?.attributes.href ?? "")];
    });
  const file = `${homes[language].slice(1)}site.webmanifest`;

  test(`every page in ${language} names the manifest of its language`, () => {
    assert.deepEqual(new Set(named), new Set([file]));
  });

  test(`${file} is sound, opens the site below the base path, and has the colour of the paper`, async () => {
    const text = await readFile(path.join(folder, file), "utf8");
    const home = `${prefix}${homes[language].slice(1)}`;
    assert.deepEqual(manifestWarnings(text, `${origin}${prefix}${file}`, origin + home), []);
    const { start_url, scope, lang, theme_color, background_color, icons } = JSON.parse(text);
    const root = pages.find(({ address }) => address === homes[language]);
    assert.equal(lang, root?.tags.find(({ name }) => name === "html")?.attributes.lang);
    assert.deepEqual([start_url, scope], [home, home]);
    const paper = siteTokens().get("page")?.light;
    assert.deepEqual([theme_color, background_color], [paper, paper]);

    const pictures = await Promise.all(
      icons.map(async ({ src, sizes, purpose }: Record<string, string>) => {
        const picture = sharp(path.join(folder, fileOf(file, src ?? "")));
        const { width, height, format } = await picture.metadata();
        assert.equal(`${width}x${height} ${format}`, `${sizes} png`);
        return `${purpose} ${sizes}`;
      }),
    );
    assert.deepEqual(pictures, ["any 192x192", "any 512x512", "maskable 512x512"]);
  });
}
