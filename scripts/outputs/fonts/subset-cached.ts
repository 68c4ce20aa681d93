import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import subsetFont from "subset-font";

/** What decides the bytes of a subset. */
export interface Subset {
  /** The typeface as its package ships it. */
  readonly source: Buffer;
  readonly characters: string;
  /** OpenType features that stay. */
  readonly features: readonly string[];
  /** Variable axes: pinned to a value or cut to a range. */
  readonly axes: Readonly<Record<string, number | { min: number; max: number; default: number }>>;
}

/**
 * A subset as WOFF2, from the cache if it is there whole. An entry is the SHA-256 of the font
 * and then the font: what does not fit together is damaged and made again.
 *
 * @param folder `.cache/fonts/`; made if it does not exist
 */
export async function subsetCached(folder: string, subset: Subset): Promise<Buffer> {
  const file = path.join(folder, keyOf(subset));
  const entry = await readIfThere(file);
  const cached = entry?.subarray(32);
  if (entry && cached && sha256(cached).equals(entry.subarray(0, 32))) return cached;
  const font = await subsetFont(subset.source, subset.characters, {
    targetFormat: "woff2",
    keepFeatures: [...subset.features],
    variationAxes: { ...subset.axes },
  });
  await mkdir(folder, { recursive: true });
  const temporary = `${file}.${process.pid}-${randomUUID()}`;
  await writeFile(temporary, Buffer.concat([sha256(font), font]));
  await rename(temporary, file);
  return font;
}

function keyOf({ source, characters, features, axes }: Subset): string {
  const recipe = {
    source: sha256(source).toString("hex"),
    characters,
    features,
    axes,
    tools: tools(),
  };
  return sha256(Buffer.from(JSON.stringify(recipe))).toString("hex");
}

/** What writes the bytes: the subsetter, HarfBuzz below it and the WOFF2 encoder. */
function tools(): string[] {
  const own = createRequire(import.meta.url);
  const subsetter = createRequire(own.resolve("subset-font"));
  const converter = createRequire(subsetter.resolve("fontverter"));
  const versions = [own("subset-font/package.json"), converter("wawoff2/package.json")].map(
    ({ name, version }: { name: string; version: string }) => `${name}@${version}`,
  );
  // harfbuzzjs hides its version, but not its program.
  const harfbuzz = readFileSync(subsetter.resolve("harfbuzzjs/dist/harfbuzz-subset.wasm"));
  return [...versions, sha256(harfbuzz).toString("hex")];
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
