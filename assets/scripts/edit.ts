// The window of an editor: `scripts/edit/door.ts` serves it, in the preview alone.

import "./edit/edit.css";
import { html, nothing, render, type TemplateResult } from "lit-html";
import type { Everything, Version } from "../../scripts/edit/api.ts";
import {
  ask,
  change,
  desk,
  exchange,
  type OpenFile,
  open,
  prefix,
  settle,
  versionsOf,
  window,
} from "./edit/desk.ts";
import { focusWanted, formOf, photographs } from "./edit/form.ts";
import { listOf } from "./edit/list.ts";
import { compare, textOf } from "./edit/text.ts";
import { addressOf, isChinese, say, tagOf } from "./edit/words.ts";

const path = decodeURI(location.pathname).slice(`${prefix}_edit/`.length);
document.title = `${say("edit")} ${path}`;
document.querySelector("main")?.remove();
const all = await ask<Everything>("list", () => ({}));
photographs.push(...all.photographs);
/** The address of the page that is shown. */
let shown = "";
if (path === "") show(listOf(all));
else await open(path, showFiles);

addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || path === "") return;
  event.preventDefault();
  save();
});

function show(content: TemplateResult): void {
  const other = isChinese ? "en" : "zh";
  const page = html`<nav class="site-header" aria-label=${say("edit")}>
      <a class="cartouche" href=${addressOf("")}>${say("list")}</a>
      <a class="language-switch" href="?lang=${other}" lang=${tagOf(other)}>${say("other")}</a>
    </nav>
    <main aria-label=${say("edit")}><h1>${path || say("list")}</h1>${content}</main>`;
  render(page, document.body);
}

function button(word: string, onClick: () => void): TemplateResult {
  return html`<button type="button" @click=${onClick}>${say(word)}</button> `;
}

/** Saves, or leads to what is wrong first. */
async function save(): Promise<void> {
  await exchange("save");
  const wrong = document.querySelector<HTMLElement>("[aria-invalid=true], .text .problems button");
  if (desk.refused.length > 0) wrong?.focus();
}

function showFiles(): void {
  const { files, refused, isLost } = desk;
  const focused = document.activeElement;
  shown ||= pageOf(files[0]);
  const isUnsaved = files.some(({ seen }) => seen.isUnsaved);
  const told = files.flatMap(({ seen }) => seen.told);
  const isWrong = ({ seen }: OpenFile) => seen.told.some(({ severity }) => severity === "error");
  const wrong = files.filter(isWrong);
  const isDraft = wrong.every(({ seen }) => seen.isDraft);
  const saved = wrong.length === 0 ? "saved" : isDraft ? "savedDraft" : "savedWrong";
  const said = refused.length > 0 ? "refused" : isUnsaved ? "kept" : saved;
  const count =
    told.length > 0 ? say(told.length === 1 ? "problem" : "problems", { count: told.length }) : "";
  const discard = () => {
    if (!confirm(say("discardAsk"))) return;
    for (const { path } of files) exchange("discard", { discard: { path, window } });
  };
  show(html`<div class="bar">
      ${button("save", save)}
      <p role="status" tabindex="-1">${isLost ? say("lost") : `${say(said)} ${count}`}</p>
      ${isUnsaved ? button("discard", discard) : nothing}
    </div>
    <ul class="problems" aria-live="assertive">${refused.map((one) => html`<li>${one}</li>`)}</ul>
    <div class="columns">
      ${files.length > 0 ? files.map(sectionOf) : say("gone")} ${shown ? html`<iframe title=${say("live")} src=${shown}></iframe>` : nothing}
    </div>`);
  focusWanted();
  // A button that did what it says is gone.
  const isGone = focused !== document.body && document.activeElement === document.body;
  if (isGone) document.querySelector<HTMLElement>("[role=status]")?.focus();
}

function sectionOf(file: OpenFile): TemplateResult {
  const { language, stamp, fields } = file.seen;
  const address = pageOf(file);
  const look = () => {
    if (address === "" || address === shown) return;
    shown = address;
    showFiles();
  };
  const turnOver = () => {
    file.isWhole = !file.isWhole;
    showFiles();
  };
  const renew = () => change(file, ["translated"], stamp, fields ?? []);
  const name = language ? say(language) : file.path.replace(/.*\//, "");
  return html`<section aria-label=${name} @focusin=${look}>
    <h2>${name}</h2>
    ${address ? html`<p><a href=${address}>${say("page")}</a></p>` : nothing}
    ${versionsOf(file).map((version) => noticeOf(file, version))} ${formOf(file)}
    ${stamp ? button("stamp", renew) : nothing} ${textOf(file)}
    ${fields ? button(file.isWhole ? "asForm" : "asText", turnOver) : nothing}
  </section>`;
}

/** Where the page of a file is; empty where it makes none. */
function pageOf(file: OpenFile | undefined): string {
  return file?.seen.address ? prefix + file.seen.address.slice(1) : "";
}

function noticeOf(file: OpenFile, version: Version): TemplateResult {
  const isGone = version.window === undefined && version.base === "";
  const onDisk = isGone ? "gone" : "disk";
  const said = version.window === undefined ? onDisk : version.window === "" ? "tab" : "elsewhere";
  const goOn = (isTheirs: boolean) => settle(file, version, isTheirs);
  return html`<div class="notice" role="alert">
    <p>${say(said)}</p>
    ${isGone ? nothing : html`${button("compare", () => compare(file, version, goOn))} ${button("theirs", () => goOn(true))}`}
    ${button("mine", () => goOn(false))}
  </div>`;
}
