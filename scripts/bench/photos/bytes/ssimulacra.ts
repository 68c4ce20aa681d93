import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";

/**
 * How far a picture is from what it was made of, by SSIMULACRA, https://github.com/cloudinary/ssimulacra:
 * 0 where they are the same; from about 0.1 on the difference is plain to see. Debian's
 * `ssimulacra_main` measures it.
 *
 * @param original without any loss
 * @param encoded in any format; of the same size
 */
export async function ssimulacra(original: Buffer, encoded: Buffer): Promise<number> {
  const scratch = await mkdtemp(path.join(tmpdir(), "ssimulacra-"));
  try {
    const files = [path.join(scratch, "original.png"), path.join(scratch, "encoded.png")] as const;
    await writeFile(files[0], original);
    await sharp(encoded).png({ compressionLevel: 0 }).toFile(files[1]);
    const { stdout } = await promisify(execFile)("ssimulacra_main", files);
    return Number(stdout);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
