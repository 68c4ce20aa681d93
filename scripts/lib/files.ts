import { hash } from "node:crypto";
import pLimit from "p-limit";

/** Whether something caught is a system error with one of these codes, such as `ENOENT`. */
export function isNodeError(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    codes.includes(error.code)
  );
}

/** What is asked of a file or folder, such as `readFile`; undefined where there is none. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isNodeError(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** `text` in letters that every server and address takes as they are, hyphens for all others; perhaps nothing. */
export function plainName(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** The most bytes of a name that an address is made of. Disks take 255, and something is added to most. */
export const longestName = 200;

/** SHA-256 of bytes or text, 64 hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return hash("sha256", data);
}

/** SHA-256 of bytes or text as pages and policies say it: https://www.w3.org/TR/SRI/#integrity-metadata-description */
export function integrityOf(data: Uint8Array | string): string {
  return `sha256-${hash("sha256", data, "base64")}`;
}

/** `name` with the first ten hexadecimal digits of its content's SHA-256 before the extension. */
export function hashedName(name: string, content: string | Uint8Array): string {
  const dot = name.lastIndexOf(".");
  const digits = sha256(content).slice(0, 10);
  return `${name.slice(0, dot)}.${digits}${name.slice(dot)}`;
}

/**
 * Runs a task for each item, at most `parallel` at once, and gives the results in the items' order.
 * When one fails no further one begins; those running end, and then the first failure is thrown.
 */
export async function runBounded<Item, Result>(
  parallel: number,
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const limit = pLimit({ concurrency: parallel, rejectOnClear: true });
  const failures: unknown[] = [];
  const settled = await Promise.allSettled(
    items.map((item) =>
      limit(async () => {
        try {
          return await task(item);
        } catch (error) {
          failures.push(error);
          limit.clearQueue();
          throw error;
        }
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
  return settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}
