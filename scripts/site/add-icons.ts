import { readFile } from "node:fs/promises";
import path from "node:path";
import { withPrefix } from "../lib/addresses.ts";
import { hashedName } from "../lib/files.ts";
import { drawIcon, ico } from "../outputs/icons.ts";
import { ContentFailure } from "../problems/problem.ts";
import type { Build } from "./build.ts";

const source = "assets/icons/icon.svg";

/** Pixels a side: tabs, and the same at twice and three times the density. */
const icoSizes = [16, 32, 48];

/** Pixels a side, and margins as parts of it. */
const touchIcon = { size: 180, margin: 0.06 };

/**
 * What home screens show. A maskable icon keeps what matters within a circle of 40 % of its side
 * around the middle: https://www.w3.org/TR/appmanifest/#icon-masks
 */
const manifestIcons = [
  { size: 192, margin: 0, purpose: "any" },
  { size: 512, margin: 0, purpose: "any" },
  { size: 512, margin: 0.19, purpose: "maskable" },
] as const;

/**
 * Adds the site's icons, all drawn from one SVG, and their addresses for the head of every page and
 * for the manifests.
 *
 * @throws ContentFailure if it is not there, or is no drawing
 */
export async function addIcons(build: Build): Promise<void> {
  const svg = await readIcon(build.root);
  const { prefix } = build.context;
  const add = (name: string, content: string | Uint8Array): string => {
    build.files.set(name, content);
    return withPrefix(prefix, `/${name}`);
  };
  const { small, touch, home } = await build.keep("icons", svg, () => drawIcons(svg));
  build.globals.set("icon", add(hashedName("icon.svg", svg), svg));
  // Browsers ask for these two by name where a page does not say, so their names hold no hash.
  build.globals.set("oldIcon", add("favicon.ico", small));
  build.globals.set("touchIcon", add("apple-touch-icon.png", touch));
  build.icons = home.map(({ png, ...icon }) => ({
    ...icon,
    src: add(hashedName(`icon-${icon.size}.png`, png), png),
  }));
}

/** The icons as pictures, for tabs, for a touch and for home screens. */
async function drawIcons(svg: string) {
  const draw = async (size: number, margin?: number): Promise<Buffer> => {
    try {
      return await drawIcon(svg, size, margin);
    } catch (error) {
      throw failure(`the icon of the site cannot be drawn: ${(error as Error).message}`);
    }
  };
  const [small, touch, home] = await Promise.all([
    Promise.all(icoSizes.map(async (size) => ({ size, png: await draw(size) }))),
    draw(touchIcon.size, touchIcon.margin),
    Promise.all(
      manifestIcons.map(async ({ margin, ...icon }) => ({
        ...icon,
        png: await draw(icon.size, margin),
      })),
    ),
  ]);
  return { small: ico(small), touch, home };
}

async function readIcon(root: string): Promise<string> {
  try {
    return await readFile(path.join(root, source), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw failure("the icon of the site is not there");
  }
}

function failure(message: string): ContentFailure {
  const remedy = "bring the file back; every page names it";
  const place = { path: source, line: 1, column: 1 };
  return new ContentFailure([{ rule: "icon", severity: "error", ...place, message, remedy }]);
}
