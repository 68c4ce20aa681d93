import { html, noChange, nothing, type TemplateResult } from "lit-html";
import type { Field, Keys, Photograph, Told } from "../../../scripts/edit/api.ts";
import { change, mend, type OpenFile, prefix, splitOf } from "./desk.ts";
import { chineseHint, isChinese, labelOf, say, tagOf } from "./words.ts";

/** A field, and those of the same mapping. */
interface Place {
  file: OpenFile;
  field: Field;
  beside: Field[];
}

export const photographs: Photograph[] = [];
/** The id of what the focus goes to once it is shown. */
let wanted = "";
/** The id of the field that is typed into: nobody's own typing is written over. */
let typedInto = "";
addEventListener("click", ({ target }) => {
  // Not every browser gives the focus to a button.
  if (target instanceof Element && target.closest("button")) typedInto = "";
});
/** Whether a value stood in its file at first, or must: no field moves while it is used. */
const usual = new Map<string, boolean>();

export function focusWanted(): void {
  const target = document.getElementById(wanted);
  if (target === null) return;
  wanted = "";
  const control = "input, textarea, select, summary, button";
  (target.matches(control) ? target : target.querySelector<HTMLElement>(control))?.focus();
}

function idOf({ path }: OpenFile, keys: Keys): string {
  return [path, ...keys].join("-");
}

/** What the check says, a sentence an item, with a button that mends it where one can. */
export function toldList(
  file: OpenFile,
  id: string,
  told: readonly Told[],
  sentence = (one: Told): unknown => one.sentence,
): TemplateResult {
  const item = (one: Told, at: number) => html`<li class=${one.severity}>
    <span id="${id}-${at}">${sentence(one)}</span>
    ${one.edits ? html`<button type="button" aria-describedby="${id}-${at}" @click=${() => mend(file, one)}>${say("mend")}</button>` : nothing}
  </li>`;
  return html`<ul class="problems" id=${id}>${told.map(item)}</ul>`;
}

/** The form of a file's front matter, record or facts. */
export function formOf(file: OpenFile): TemplateResult {
  const { told, fields: beside = [] } = file.seen;
  const isUsual = ({ keys, isSet, isRequired }: Field) => {
    const id = idOf(file, keys);
    if (!usual.has(id)) usual.set(id, isSet || isRequired);
    return usual.get(id) === true;
  };
  const isWrong = ({ keys }: Field) => told.some((one) => one.keys?.[0] === keys[0]);
  const rare = beside.filter((field) => !isUsual(field));
  const view = (field: Field) => fieldOf({ file, field, beside });
  const isAbove = ({ keys, line }: Told) =>
    !keys && (file.seen.bodyLine === 0 || line < file.seen.bodyLine);
  return html`<div class="form" ?hidden=${splitOf(file) === 0}>
    ${toldList(file, idOf(file, ["others"]), file.isWhole ? [] : told.filter(isAbove))}
    ${beside.filter(isUsual).map(view)}
    <details ?hidden=${rare.length === 0} ?open=${rare.some(isWrong)}><summary>${say("more")}</summary>${rare.map(view)}</details>
  </div>`;
}

function fieldOf(place: Place): TemplateResult {
  const {
    file,
    field: { keys, kind, value, fields, isRequired, description, example, empty },
  } = place;
  const id = idOf(file, keys);
  const hint = [
    chineseHint(keys) ?? description?.replace(/^true(?:: | )|\.$/g, ""),
    example && kind !== "flag" && say("example", { example }),
  ];
  const isItem = typeof keys.at(-1) === "number";
  const label = html`${labelOf(keys)}${isRequired && keys.length === 1 && !isItem ? html` <small>${say("required")}</small>` : nothing}`;
  const about = html`<p class="hint" id="${id}-hint">${hint.filter(Boolean).join(isChinese ? "。" : ". ")}</p>
    ${toldList(file, `${id}-problems`, toldOf(place))}`;
  const remove = isItem
    ? html`<button type="button" aria-label=${say("remove", { name: labelOf(keys) })} @click=${() => removeItem(place)}>×</button>`
    : nothing;
  const add =
    empty !== undefined && (kind === "list" || value !== "")
      ? html`<button type="button" id="${id}-add" @click=${() => addItem(place)}>${say("add", { name: labelOf(keys) })}</button>`
      : nothing;
  if (kind === "list" || kind === "group" || kind === "photo") {
    return html`<fieldset id=${id} aria-describedby="${id}-hint ${id}-problems">
      <legend>${label}</legend>
      ${kind === "photo" ? pickerOf(place) : nothing} ${about} ${fields.map((field) => fieldOf({ file, field, beside: fields }))}
      ${add} ${remove}
    </fieldset>`;
  }
  return html`<div class="field"><label for=${id}>${label}</label><div class="control">${controlOf(place, id)}${add}${remove}</div>${about}</div>`;
}

function toldOf({ file, field }: Place): Told[] {
  return file.seen.told.filter(({ keys }) => keys && String(keys) === String(field.keys));
}

function controlOf(place: Place, id: string): TemplateResult {
  const { keys, kind, value, isRequired, isSet, choices = [] } = place.field;
  const set = (value: unknown) => change(place.file, keys, value, place.beside);
  const input = ({ target }: Event) => {
    const typed = (target as HTMLInputElement).value;
    typedInto = id;
    const isNumber = kind === "number" && typed.trim() !== "" && Number.isFinite(Number(typed));
    set(typed === "" && !isRequired ? null : isNumber ? Number(typed) : typed);
  };
  const lang = tagOf(
    keys.findLast((key) => key === "en" || key === "zh") ?? place.file.seen.language,
  );
  const described = `${id}-hint ${id}-problems`;
  const isWrong = toldOf(place).length > 0;
  const shown = document.activeElement?.id === id && typedInto === id ? noChange : value;
  if (kind === "flag") {
    const off = isRequired || (isSet && value === false) ? false : null;
    const tick = ({ target }: Event) => set((target as HTMLInputElement).checked || off);
    return html`<input type="checkbox" id=${id} aria-describedby=${described} aria-invalid=${isWrong} .checked=${shown as boolean} @change=${tick}>`;
  }
  if (kind === "choice") {
    const all = isRequired && choices.includes(String(value)) ? choices : ["", ...choices];
    const option = (one: string) =>
      html`<option value=${one} ?selected=${one === value}>${one && labelOf([one])}</option>`;
    return html`<select id=${id} aria-describedby=${described} aria-invalid=${isWrong} @change=${input}>${all.map(option)}</select>`;
  }
  if (kind === "long") {
    return html`<textarea id=${id} rows="3" lang=${lang} aria-describedby=${described} aria-invalid=${isWrong} aria-required=${isRequired} .value=${shown as string} @input=${input}></textarea>`;
  }
  return html`<input id=${id} list="${id}-choices" lang=${lang} inputmode=${kind === "number" ? "decimal" : "text"} aria-describedby=${described} aria-invalid=${isWrong} aria-required=${isRequired} .value=${shown as string} @input=${input}>
    <datalist id="${id}-choices">${choices.map((one) => html`<option value=${one}></option>`)}</datalist>`;
}

function addItem({ file, field, beside }: Place): void {
  const { keys, kind, value, fields, isSet, empty } = field;
  const isList = kind === "list";
  const at = [...keys, isList ? fields.length : 1];
  if (wanted !== "") return;
  const all = isList ? [empty] : [value, empty];
  if (isList && isSet ? change(file, at, empty, []) : change(file, keys, all, beside))
    wanted = idOf(file, at);
}

function removeItem({ file, field: { keys }, beside }: Place): void {
  const list = keys.slice(0, -1);
  // What is pressed twice is meant once: the numbers of the others are not known before the answer.
  if (wanted !== "") return;
  if (change(file, beside.length > 1 ? keys : list, null, []))
    wanted = idOf(file, [...list, "add"]);
}

/** The photographs that there are, each a radio button over a thumbnail. */
function pickerOf({ file, field: { keys, value, isRequired }, beside }: Place): TemplateResult {
  const up = "../".repeat(file.path.split("/").length - 1);
  const choice = (path: string, text: string, picture: unknown = nothing) => html`<label>
    <input type="radio" name=${idOf(file, keys)} .checked=${path === value} @change=${() => change(file, keys, path || null, beside)}>${picture} ${text}
  </label>`;
  return html`<details>
    <summary>${String(value).replace(/^(\.\.\/)+/, "") || say("choose")}</summary>
    <div class="thumbs">
      ${isRequired ? nothing : choice("", say("noPhoto"))}
      ${photographs.map((one) => choice(up + one.path, one.path.replace(/.*\//, ""), thumbnail(one)))}
    </div>
  </details>`;
}

export function thumbnail({ path, alt }: Photograph): TemplateResult {
  return html`<img src="${prefix}_edit/thumb/${path}" alt=${alt[isChinese ? "zh" : "en"]} loading="lazy">`;
}
