import { type FinishedPage, finishPage } from "./finish-page.ts";

/** A page that was finished, or what the minifier said of it. */
export type Finishing = FinishedPage | { refused: string };

/** Finishes several pages, one after the other. */
export async function finishPages(pages: readonly string[]): Promise<Finishing[]> {
  const finished: Finishing[] = [];
  for (const html of pages) {
    finished.push(await finishPage(html).catch(({ message }: Error) => ({ refused: message })));
  }
  return finished;
}
