import type { Fault } from "../problems/problem.ts";
import { photoFault } from "./rules.ts";

/** The formats of originals, known by their first bytes and never by their names. */
export const originalFormats = ["jpeg", "png", "webp", "tiff", "avif"] as const;

export type OriginalFormat = (typeof originalFormats)[number];

/** An accepted format, or why the file is none. */
type KindOfFile = { format: OriginalFormat } | { format?: never; fault: Fault };

/** First bytes in Latin-1 from an offset; the first line that fits decides. */
const accepted: readonly [at: number, bytes: string, format: OriginalFormat][] = [
  [0, "\xff\xd8\xff", "jpeg"],
  [0, "\x89PNG\r\n\x1a\n", "png"],
  [8, "WEBP", "webp"],
  [0, "II*\0", "tiff"],
  [0, "MM\0*", "tiff"],
  [0, "II+\0", "tiff"],
  [0, "MM\0+", "tiff"],
];

/** The same for what is refused; looked at first, since a camera's raw file passes for a TIFF. */
const refused: readonly [at: number, bytes: string, kind: string][] = [
  [8, "CR\x02", "a camera's raw file"],
  [0, "GIF8", "a GIF"],
  [0, "%PDF-", "a PDF document"],
  [0, "BM", "a BMP bitmap"],
  [0, "8BPS", "a Photoshop document"],
  [0, "\0\0\x01\0", "an icon (ICO)"],
  [0, "\xff\x0a", "a JPEG XL picture"],
  [0, "\0\0\0\x0cJXL ", "a JPEG XL picture"],
  [0, "\0\0\0\x0cjP  ", "a JPEG 2000 picture"],
  [0, "\xff\x4f\xff\x51", "a JPEG 2000 picture"],
  [0, "PK\x03\x04", "a ZIP archive"],
  [0, "\x1f\x8b", "a compressed file (gzip)"],
];

/**
 * Tells what a file is by its first bytes, so that a HEIC called `.jpg` is still called a HEIC.
 * `path` is for the sentences only.
 */
export function kindOfFile(bytes: Uint8Array, path: string): KindOfFile {
  const head = Buffer.from(bytes.subarray(0, 4096));
  const latin = head.toString("latin1");
  if (latin.startsWith("ftyp", 4)) return kindOfMediaFile(head, path);
  const wrong = refused.find(([at, signature]) => latin.startsWith(signature, at));
  if (wrong !== undefined) return notAPhotograph(path, wrong[2]);
  const right = accepted.find(([at, signature]) => latin.startsWith(signature, at));
  if (right !== undefined) return { format: right[2] };
  return isText(head) ? kindOfText(head, path) : notAPhotograph(path, "a file of unknown kind");
}

/** The ISO media family says what it is by its brands: four letters each in the first box. */
function kindOfMediaFile(head: Buffer, path: string): KindOfFile {
  const box = head.subarray(0, head.readUInt32BE(0)).toString("latin1");
  const major = box.slice(8, 12);
  const brands = [major, ...(box.slice(16).match(/.{4}/gs) ?? [])];
  if (brands.includes("avis")) {
    return { fault: photoFault("photo-animated", { path, kind: "an animated AVIF" }) };
  }
  if (brands.includes("avif")) return { format: "avif" };
  if (brands.some((brand) => /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(brand))) {
    return { fault: photoFault("photo-heic", { path }) };
  }
  return notAPhotograph(path, major === "crx " ? "a camera's raw file" : "a film or a recording");
}

function kindOfText(head: Buffer, path: string): KindOfFile {
  const text = head
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart()
    .toLowerCase();
  if (text.startsWith("version https://git-lfs.github.com/spec/")) {
    return { fault: photoFault("photo-lfs-pointer", { path }) };
  }
  if (/<html[\s>]|^<(!doctype html|head|body|title|script|meta)/.test(text)) {
    return { fault: photoFault("photo-html", { path }) };
  }
  if (/<svg[\s>]/.test(text)) return { fault: photoFault("photo-drawing", { path }) };
  return notAPhotograph(path, "a text file");
}

function notAPhotograph(path: string, kind: string): KindOfFile {
  return { fault: photoFault("photo-format", { path, kind }) };
}

/** Whether the beginning of a file reads as text: no control characters but white space. */
function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}

/** What a PNG holds that libvips passes over. */
interface PngStructure {
  /** The first chunk of each name. */
  chunks: ReadonlyMap<string, Buffer>;
  /** It closes with `IEND`; libpng is content when the last pixels are there. */
  complete: boolean;
}

/** Walks the chunks of a PNG (length, name, data, checksum), https://www.w3.org/TR/png-3/#5Chunk-layout */
export function pngStructure(bytes: Buffer): PngStructure {
  const chunks = new Map<string, Buffer>();
  let at = 8;
  while (at + 12 <= bytes.length) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (!chunks.has(name)) chunks.set(name, bytes.subarray(at + 8, end - 4));
    if (name === "IEND") return { chunks, complete: end <= bytes.length };
    at = end;
  }
  return { chunks, complete: false };
}
