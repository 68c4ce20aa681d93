import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import sharp, { type Sharp } from "sharp";
import { sha256 } from "../../../scripts/lib/files.ts";
import { encoders, type RenditionFormat } from "../../../scripts/photos/encode.ts";
import type { makePictures } from "../../../scripts/photos/make.ts";
import type { Photograph } from "../../../scripts/photos/original.ts";

export const renditionFormats = Object.keys(encoders) as RenditionFormat[];

/** A picture that is not flat, the same every time, so that every part of a file matters. */
export function noise(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let index = 0; index < pixels.length; index += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    pixels[index] = state >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } }).blur(1.2);
}

/** A picture of one colour. */
export function flat(width: number, height: number, background: string): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** The text of a sound record. */
export const soundRecord = `alt: { en: A river, zh: 河 }
caption: { en: The river, zh: 这条河 }
credit: { en: Somebody, zh: 某人 }
licence: CC0-1.0
focus: { x: 0.5, y: 0.5 }
`;

/** What the check gives for a JPEG with that record. */
export function photographOf(
  path: string,
  bytes: Uint8Array,
  width: number,
  height: number,
): Photograph {
  return {
    original: { path, sha256: sha256(bytes), width, height, format: "jpeg", tone: 17 },
    record: {
      alt: { en: "A river", zh: "" },
      caption: { en: "The river", zh: "这条河" },
      credit: { en: "Somebody", zh: "某人" },
      licence: "CC0-1.0",
      focus: { x: 0.5, y: 0.5 },
    },
  };
}

/** Writes pictures as they are made. */
export function putInto(folder: string): Parameters<typeof makePictures>[0]["put"] {
  return async ({ path }, bytes) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  };
}

/** A folder of its own for one test, removed after it. */
interface TemporaryProject {
  root: string;
  /** `.cache/photos` in it. */
  cache: string;
  write(path: string, content: Uint8Array | string): Promise<void>;
}

export async function temporaryProject(test: TestContext): Promise<TemporaryProject> {
  const root = await mkdtemp(join(tmpdir(), "photos-"));
  test.after(() => rm(root, { recursive: true, force: true }));
  return {
    root,
    cache: join(root, ".cache", "photos"),
    async write(path, content) {
      const file = join(root, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    },
  };
}
