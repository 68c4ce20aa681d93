import Tinypool from "tinypool";
import type { FinishedPage } from "./finish-page.ts";
import type { Finishing } from "./finish-pages.ts";
import type { PageFinisher } from "./page-finisher.ts";

/** Pages that go to a thread together: alone, each waits longer for the threads than it is worked on. */
const together = 32;

interface Waiting {
  html: string;
  resolve(page: FinishedPage): void;
  reject(error: Error): void;
}

/** A finisher that minifies in worker threads. */
export function finishInThreads(threads: number): PageFinisher {
  const pool = new Tinypool({
    filename: import.meta.resolve("./finish-worker.mjs"),
    minThreads: threads,
    maxThreads: threads,
  });
  let waiting: Waiting[] = [];
  let running = 0;

  const send = async () => {
    const pages = waiting.slice(0, together);
    waiting = waiting.slice(together);
    running += 1;
    try {
      const finished: Finishing[] = await pool.run(pages.map(({ html }) => html));
      finished.forEach((page, index) => {
        if ("refused" in page) pages[index]?.reject(new Error(page.refused));
        else pages[index]?.resolve(page);
      });
    } catch (error) {
      for (const { reject } of pages) reject(error as Error);
    }
    running -= 1;
    sendOn();
  };
  /** What is too few to be sent waits for more, as long as every thread has work. */
  const sendOn = () => {
    while (waiting.length >= together || (waiting.length > 0 && running < threads)) void send();
  };

  return {
    finish: (html) =>
      new Promise((resolve, reject) => {
        waiting.push({ html, resolve, reject });
        if (waiting.length >= together) sendOn();
        else setImmediate(sendOn);
      }),
    close: () => pool.destroy(),
  };
}
