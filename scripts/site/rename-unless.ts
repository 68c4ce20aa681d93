import { rename } from "node:fs/promises";

/** Renames, and says whether it could: false where the system answers with one of `codes`. */
export async function renameUnless(
  codes: readonly string[],
  from: string,
  to: string,
): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}
