// The search page: `templates/layouts/search.njk` has its elements and its words. With scripts off
// there is the archive by year, which is shown here too while there is no result.

import { fillIn } from "../../scripts/lib/fill-in.ts";
import { admitWorker } from "./search/admit-worker.ts";
import { findPages } from "./search/find-pages.ts";
import type { Pagefind } from "./search/pagefind.ts";
import { resultItem } from "./search/result-item.ts";

const shownAtOnce = 20;
const pauseInTyping = 200;
/** Milliseconds in which an answer needs no word that it is on its way. */
const patience = 300;

const form = find<HTMLFormElement>(".search form");
const field = find<HTMLInputElement>(".search input");
const status = find<HTMLElement>(".search [role=status]");
const list = find<HTMLElement>(".search-results");
const archive = find<HTMLElement>(".archive-list");

// This file stands at the root of the site, beside Pagefind's folder.
const folder = new URL("pagefind/", import.meta.url);
admitWorker(new URL("pagefind-worker.js", folder));

let loading: Promise<Pagefind> | undefined;
let attempts = 0;
/** Fetched when it is first needed, and again when that failed: under another address, since browsers remember a failed module. */
function pagefind(): Promise<Pagefind> {
  if (loading) return loading;
  const script = new URL("pagefind.js", folder);
  if (attempts > 0) script.search = String(attempts);
  attempts += 1;
  const begun: Promise<Pagefind> = import(script.href);
  begun.catch(() => {
    loading = undefined;
  });
  loading = begun;
  return begun;
}

/** Counts searches, so that an answer that is overtaken by the next question is not shown. */
let latest = 0;
let typing = 0;

async function search(): Promise<void> {
  latest += 1;
  const own = latest;
  const query = field.value.trim();
  if (query === "") return show("", []);
  const working = setTimeout(() => {
    if (own !== latest) return;
    show(say("working", { query }), []);
    // It is no answer.
    archive.hidden = true;
  }, patience);
  try {
    const { results, phrases } = await findPages(await pagefind(), query);
    const pages = await Promise.all(results.slice(0, shownAtOnce).map((result) => result.data()));
    if (own !== latest) return;
    const items = pages.map((page) => resultItem(page, phrases));
    show(
      say(sentenceFor(results.length), { query, count: results.length, shown: shownAtOnce }),
      items,
    );
  } catch {
    // Offline, a worker that Pagefind gave up, or a browser without WebAssembly: the archive stays,
    // and the next search begins anew.
    loading = undefined;
    if (own === latest) show(say("failed", {}), []);
  } finally {
    clearTimeout(working);
  }
}

function sentenceFor(count: number): string {
  if (count > shownAtOnce) return "first";
  return count === 0 ? "nothing" : count === 1 ? "one" : "many";
}

function say(sentence: string, values: Record<string, string | number>): string {
  return fillIn(status.dataset[sentence] ?? "", values);
}

function show(sentence: string, items: readonly HTMLLIElement[]): void {
  status.textContent = sentence;
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
  archive.hidden = items.length > 0;
}

/** The page's address with what is in the field. */
function address(): URL {
  const url = new URL(form.action);
  const query = field.value.trim();
  if (query !== "") url.searchParams.set("q", query);
  return url;
}

/** Fetches what every search needs. What fails is told when something is searched for. */
function prepare(): void {
  pagefind()
    .then((loaded) => loaded.init())
    .catch(() => {});
}

function readAddress(): void {
  field.value = new URL(location.href).searchParams.get("q") ?? "";
  void search();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(typing);
  if (address().href !== location.href) history.pushState(null, "", address());
  await search();
  list.querySelector("a")?.focus();
});

field.addEventListener("input", (event) => {
  // Pinyin on its way to become a word is nothing to look for.
  if ((event as InputEvent).isComposing) return;
  searchSoon();
});
field.addEventListener("compositionend", searchSoon);

function searchSoon(): void {
  clearTimeout(typing);
  typing = setTimeout(() => {
    history.replaceState(null, "", address());
    void search();
  }, pauseInTyping);
}

field.addEventListener("focus", prepare, { once: true });
addEventListener("popstate", readAddress);
readAddress();

function find<T extends Element>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
}
