import { html, type TemplateResult } from "lit-html";
import type { Everything, NewKind } from "../../../scripts/edit/api.ts";
import { groupBy } from "../../../scripts/lib/lists.ts";
import { ask } from "./desk.ts";
import { thumbnail } from "./form.ts";
import { addressOf, isChinese, labelOf, say, tagOf } from "./words.ts";

/** All that can be edited, and what makes more. */
export function listOf({ pages, data, photographs, unsaved, news }: Everything): TemplateResult {
  const mark = (isMarked: boolean, word: string) =>
    isMarked ? html` <small>${say(word)}</small>` : "";
  const link = (path: string, content: unknown) =>
    html`<a href=${addressOf(path)}>${content}</a>${mark(unsaved.includes(path), "unsaved")}`;
  const pairs = groupBy(pages, ({ path }) => path.replace(/^content\/(en|zh)\//, ""));
  const folders = groupBy([...pairs], ([key]) => key.replace(/[^/]*$/, ""));
  const title = ({ path, title, language }: Everything["pages"][number]) =>
    html`<span lang=${tagOf(language)}>${link(path, title)}</span> `;
  const item = (pair: Everything["pages"]) => {
    const isDraft = pair.some((page) => page.isDraft);
    return html`<li>${pair.map(title)}${mark(isDraft, "draft")}</li>`;
  };
  const picture = ({ path, record, alt }: Everything["photographs"][number]) =>
    html`<li>${link(record, html`${thumbnail({ path, record, alt })} ${record.replace(/.*\//, "")}`)}</li>`;
  return html`${newForm("news", say("news"), news.news)} ${newForm("event", say("event"), news.event)} ${newForm("page", say("newPage"), news.page)}
    <h2>${say("pages")}</h2>
    ${[...folders].map(([folder, files]) => html`${folder && html`<h3>${folder}</h3>`}<ul>${files.map(([, pair]) => item(pair))}</ul>`)}
    <h2>${say("photographs")}</h2>
    <ul class="thumbs">${photographs.map(picture)}</ul>
    <h2>${say("data")}</h2>
    <ul>${data.map((path) => html`<li>${link(path, path)}</li>`)}</ul>`;
}

function newForm(
  kind: NewKind,
  summary: string,
  asked: Everything["news"][NewKind],
): TemplateResult {
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = Object.fromEntries(new FormData(form));
    const { path, refused = [] } = await ask<{ path?: string; refused?: string[] }>("new", () => ({
      kind,
      values,
    }));
    form.querySelector("[role=alert]")?.replaceChildren(refused.join(" "));
    if (path) location.href = addressOf(path);
  };
  const ofEnglish = (name: string) =>
    isChinese && /^(?:title|summary)$/.test(name) ? say("en") : "";
  const input = ({
    name,
    question,
    fallback,
  }: (typeof asked)[number]) => html`<label>${isChinese || name === "slug" ? ofEnglish(name) + labelOf([name]) : question}
    <input name=${name} value=${(name !== "slug" && fallback) || ""} ?required=${fallback === undefined}></label>`;
  return html`<details>
    <summary>${summary}</summary>
    <form class="form" @submit=${send}>${asked.map(input)}<p role="alert"></p><button>${say("make")}</button></form>
  </details>`;
}
