import path from "node:path";
import { launchBrowser, prepareBrowser } from "../../browser/browser.ts";
import { formatCount } from "../report/format-count.ts";
import { type Bench, type BenchGroup, thisProject } from "./bench.ts";
import type { BenchRow } from "./bench-row.ts";
import { editArticle } from "./edit-article.ts";
import { projectWith } from "./project-with.ts";
import { scaleSizes } from "./scale-sizes.ts";
import { sharePhotographs } from "./share-photographs.ts";
import { startPreview } from "./start-preview.ts";
import { watchTexts } from "./watch-texts.ts";

/** In ms: an editor reads what came of an edit before the next one. */
const pause = 4000;

/** How long an editor waits: from saving an article to seeing it in a real browser. */
export const benchPreview: BenchGroup = async (bench) => {
  prepareBrowser(bench.say);
  const { large } = scaleSizes(bench.quick);
  const site = await benchEdits(
    bench,
    { id: "preview-site", title: "This site" },
    0,
    "culture-day",
  );
  if (bench.quick) return [site];
  return [
    site,
    await benchEdits(
      bench,
      { id: "preview-large", title: `${formatCount(large)} articles` },
      large,
      "article-00042",
    ),
  ];
};

async function benchEdits(
  bench: Bench,
  { id, title }: { id: string; title: string },
  count: number,
  article: string,
): Promise<BenchRow> {
  const edits = bench.quick ? 1 : 3;
  const { folder, news, command } = await projectWith(bench, count);
  await sharePhotographs(bench, folder);
  bench.say(`${title}: starting the preview.`);
  await using preview = await startPreview(command("preview"));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const shows = await watchTexts(page);
    await page.goto(`${preview.origin}/news/${article}/`);
    const wall: number[] = [];
    // The first edit finds caches that were filled by the start alone, and is not counted.
    for (let edit = 0; edit <= edits; edit += 1) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const sentence = `Edit number ${edit}, seen by a browser.`;
      const shown = shows(sentence);
      const started = performance.now();
      await editArticle(path.join(news, `${article}.md`), sentence);
      const seconds = ((await shown) - started) / 1000;
      if (edit === 0) continue;
      wall.push(seconds);
      bench.say(`${title}: edit ${edit} of ${edits} in the browser after ${seconds.toFixed(2)} s`);
    }
    const row = { group: "preview", id, title: `${title}, edit to browser` };
    return { ...row, competitor: thisProject, figures: { wall } };
  } finally {
    await browser.close();
  }
}
