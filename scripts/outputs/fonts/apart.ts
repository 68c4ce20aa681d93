import { once } from "node:events";
import { deserialize } from "node:v8";
import { Worker } from "node:worker_threads";
import { assertHeadingBudget, type FontRequest, type Fonts } from "./fonts.ts";

/**
 * {@link makeFonts} in a thread of its own: the programs that it runs keep a hundred megabytes for as long
 * as their thread lives.
 *
 * @throws ContentFailure when the headings need more characters than their budget holds
 */
export async function makeFontsApart(request: FontRequest): Promise<Fonts> {
  const worker = new Worker(new URL(import.meta.resolve("./fonts-worker.mjs")), {
    workerData: request,
  });
  try {
    // Rejects with what the thread throws.
    const [bytes] = await once(worker, "message");
    const fonts: Fonts = deserialize(bytes);
    assertHeadingBudget(fonts);
    return fonts;
  } finally {
    await worker.terminate();
  }
}
