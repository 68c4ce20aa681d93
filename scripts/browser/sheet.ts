import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import type { Progress } from "../site/site-file.ts";
import { planShots, type Shot, shotWindows, takeShots } from "./shots.ts";

/** What is photographed, and where to. */
interface SheetOrder {
  /** The built site. */
  folder: string;
  /** Where it is served: begins and ends with `/`. */
  prefix: string;
  addresses: readonly string[];
  /** Emptied first: what lies in it is of one run. */
  out: string;
}

/**
 * Takes every shot of a site's pages, and lays them out on a contact sheet.
 *
 * @returns how many shots were taken
 */
export async function shootSite(order: SheetOrder, progress: Progress): Promise<number> {
  const { folder, prefix, addresses, out } = order;
  const shots = planShots(addresses);
  const sheet = await openSheet(out, "pages");
  const see = async (shot: Shot, [png]: readonly (Buffer | undefined)[]) => {
    if (png) await sheet.put(shot, png);
  };
  await takeShots({ sites: [folder], prefix, shots, see }, progress);
  await sheet.write(shots);
  return shots.length;
}

/** A folder of pictures, and `index.html` with a small one of each. */
interface Sheet {
  /** @param top how far down its picture on the sheet begins, in pixels */
  put(shot: Shot, png: Buffer, top?: number): Promise<void>;
  write(shots: readonly Shot[]): Promise<void>;
}

/** @param out the folder, emptied first */
export async function openSheet(out: string, of: PictureKind): Promise<Sheet> {
  await rm(out, { recursive: true, force: true });
  await mkdir(path.join(out, "thumbnails"), { recursive: true });
  return {
    async put({ name, window }, png, top = 0) {
      await writeFile(path.join(out, name), png);
      const thumbnail = await makeThumbnail(png, top, window.height * longest);
      await writeFile(path.join(out, "thumbnails", name), thumbnail);
    },
    write: (shots) => writeFile(path.join(out, "index.html"), contactSheet(of, shots)),
  };
}

/** Width of the widest thumbnail; the others are to the same scale as far as can be read. */
const scale = 0.42;
/** So many windows of a long page are enough on a contact sheet. */
const longest = 3;

/** A small picture of a shot for the contact sheet: at most `most` of its pixels from `top` downwards. */
async function makeThumbnail(png: Buffer, top: number, most: number): Promise<Buffer> {
  const { width, height } = await sharp(png).metadata();
  return sharp(png)
    .extract({ left: 0, top, width, height: Math.min(height - top, most) })
    .resize({ width: Math.round(width * scale) })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Pictures of pages, or each of one page twice: before on the left, after on the right. */
type PictureKind = keyof typeof titles;

const titles = { pages: "Contact sheet", pairs: "Before and after" } as const;

const names = { en: "English", zh: "中文", day: "day", night: "night" } as const;

/**
 * The contact sheet as HTML: a section a page, a strip a language and theme, the windows side by
 * side, each a link to the whole shot. Day, night or both are chosen without a script.
 */
export function contactSheet(of: PictureKind, shots: readonly Shot[]): string {
  const pages = [...new Set(shots.map(({ page }) => page))];
  // Welcome opens the sheet as it opens the site.
  pages.sort((a, b) => Number(b === "welcome") - Number(a === "welcome"));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titles[of]}</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>${titles[of]}</h1>
<fieldset><legend>Theme</legend>
<label><input type="radio" name="theme" id="both" checked> Both</label>
<label><input type="radio" name="theme" id="day"> Day</label>
<label><input type="radio" name="theme" id="night"> Night</label>
</fieldset>
<nav>${pages.map((page) => `<a href="#${page}">${page}</a>`).join(" ")}</nav>
</header>
<main class="${of}">
${pages.map((page) => sectionOf(page, shots)).join("\n") || "<p>No page looks different.</p>"}
</main>
</body>
</html>
`;
}

function sectionOf(page: string, shots: readonly Shot[]): string {
  const strips = (["en", "zh"] as const).flatMap((language) =>
    (["day", "night"] as const).map((theme) => {
      const own = shots.filter(
        (shot) => shot.page === page && shot.language === language && shot.theme === theme,
      );
      if (own.length === 0) return "";
      const title = `${names[language]}, ${names[theme]}`;
      return `<div class="strip ${theme}"><h3>${title}</h3>${own.map(figureOf).join("")}</div>`;
    }),
  );
  return `<section id="${page}"><h2>${page}</h2>${strips.join("\n")}</section>`;
}

function figureOf({ name, window }: Shot): string {
  return `<a href="${name}"><i><img src="thumbnails/${name}" alt="${name}"></i><span>${window.width}</span></a>`;
}

const columns = shotWindows.map(({ width }) => `${Math.round(width ** 0.6)}fr`).join(" ");

const styles = `
:root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
body { margin: 0 auto; max-inline-size: 110rem; padding: 1.5rem; background: Canvas; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; align-items: center; }
h1, h2, h3 { font-weight: 600; margin: 0; }
h1 { font-size: 1.4rem; }
h2 { font-size: 1.15rem; padding-block: 2.5rem 0.25rem; border-block-end: 1px solid; }
h3 { grid-column: 1 / -1; font-size: 0.85rem; opacity: 0.7; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: 1rem; }
legend { position: absolute; clip-path: inset(50%); }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; flex-basis: 100%; }
.strip { display: grid; grid-template-columns: ${columns}; gap: 0.4rem 1rem; padding-block: 0.75rem; }
.pairs .strip { display: flex; flex-wrap: wrap; }
.pairs h3 { flex-basis: 100%; }
.strip a { color: inherit; text-decoration: none; }
.strip i { display: block; max-block-size: 34rem; overflow: hidden;
  border: 1px solid color-mix(in srgb, CanvasText 25%, transparent); }
.strip img { display: block; inline-size: 100%; }
.pairs img { inline-size: auto; max-inline-size: 100%; }
.strip span { font-size: 0.8rem; opacity: 0.7; font-variant-numeric: tabular-nums; }
body:has(#day:checked) .night, body:has(#night:checked) .day { display: none; }
`;
