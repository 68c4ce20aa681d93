import type { Page } from "playwright-core";

/** What `script` says in each of `count` frames that the browser draws. Needs scripts to be on. */
export function frames<T>(page: Page, count: number, script: string): Promise<T[]> {
  return page.evaluate<T[]>(`new Promise((resolve) => {
    const said = [];
    const look = () => {
      said.push(${script});
      if (said.length === ${count}) resolve(said);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`);
}
