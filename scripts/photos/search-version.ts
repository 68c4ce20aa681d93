import { createRequire } from "node:module";
import sharp from "sharp";
import { compareCodeUnits } from "../lib/compare-code-units.ts";
import { encoders } from "./encoders.ts";

/** Raise it when the search for qualities changes in a way that its settings and versions do not show. */
const revision = 1;

const { version } = createRequire(import.meta.url)("ssim.js/package.json") as { version: string };

/** All that decides which qualities are found for an original. */
export const searchVersion = JSON.stringify([
  revision,
  version,
  encoders,
  Object.entries(sharp.versions).sort(([a], [b]) => compareCodeUnits(a, b)),
]);
