import { avifColourCodes } from "./avif.ts";
import type { OriginalFormat } from "./file-kinds.ts";

/**
 * How a file says that its colours are others than sRGB where libvips (8.18) does not read it and takes
 * them for sRGB; undefined where it does not. What counts as sRGB is what Chromium shows so, within a
 * level, but for gAMA with sRGB's own cHRM: it is written for sRGB, and Chromium shows it a little darker.
 *
 * @param chunks of a PNG, by name
 * @param hasProfile whether libvips finds an ICC profile
 */
export function otherColours(
  bytes: Buffer,
  format: OriginalFormat,
  chunks: ReadonlyMap<string, Buffer>,
  hasProfile: boolean,
): string | undefined {
  if (format === "png") return otherColoursOfPng(chunks, hasProfile);
  // A profile counts before nclx. Of other formats browsers, too, read nothing but that.
  return format === "avif" && !hasProfile ? otherColoursOfAvif(bytes) : undefined;
}

/** In the order in which they count, https://www.w3.org/TR/png-3/#color-chunk-precendence */
function otherColoursOfPng(
  chunks: ReadonlyMap<string, Buffer>,
  hasProfile: boolean,
): string | undefined {
  const cicp = chunks.get("cICP");
  if (cicp !== undefined) {
    const [primaries = 0, transfer = 0] = cicp;
    return isIn(primaries, 1, 2) && isIn(transfer, 2, 13) ? undefined : "cICP";
  }
  const gamma = chunks.get("gAMA")?.readUInt32BE();
  if (hasProfile || chunks.has("sRGB") || gamma === undefined) return undefined;
  // As near as libpng asks for.
  if (Math.abs(gamma / 45_455 - 1) > 0.05) return "gAMA";
  const chromaticities = chunks.get("cHRM");
  const isOther = (of: number, index: number) =>
    Math.abs((chromaticities?.readUInt32BE(4 * index) ?? of) - of) > 100;
  return srgbChromaticities.some(isOther) ? "gAMA and cHRM" : undefined;
}

/** Of white, red, green and blue, in hundred-thousandths, https://www.w3.org/TR/png-3/#11sRGB */
const srgbChromaticities = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000];

function otherColoursOfAvif(bytes: Buffer): string | undefined {
  const codes = avifColourCodes(bytes);
  if (codes === undefined) return undefined;
  // Chromium shows the curves of television as sRGB's.
  const isSrgb = isIn(codes.primaries, 1, 2) && isIn(codes.transfer, 1, 2, 6, 13, 14, 15);
  return isSrgb ? undefined : "nclx";
}

function isIn(code: number, ...codes: readonly number[]): boolean {
  return codes.includes(code);
}
