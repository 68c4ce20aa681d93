import { withoutFolds } from "../../../scripts/lib/folds.ts";
import { hanCuts } from "../../../scripts/lib/han-cuts.ts";
import { excerpt } from "./excerpt.ts";
import type { FoundPage } from "./pagefind.ts";

/** An item of the list of results. All words are text nodes: nothing in a page can become markup. */
export function resultItem(page: FoundPage, phrases: readonly string[]): HTMLLIElement {
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = hanCuts.remove(withoutFolds(page.meta.title));
  const heading = document.createElement("h2");
  heading.className = "notice-title system-serif";
  heading.append(link);
  const text = document.createElement("p");
  for (const piece of excerpt(page, phrases)) {
    if (piece.marked) {
      const mark = document.createElement("mark");
      mark.textContent = piece.text;
      text.append(mark);
    } else {
      text.append(piece.text);
    }
  }
  const item = document.createElement("li");
  item.append(heading, text);
  return item;
}
