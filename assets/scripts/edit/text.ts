import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { diff, MergeView } from "@codemirror/merge";
import { EditorState, type Extension, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { minimalSetup } from "codemirror";
import { html, render, type TemplateResult } from "lit-html";
import type { Told, Version } from "../../../scripts/edit/api.ts";
import { mend, type OpenFile, replace, splitOf } from "./desk.ts";
import { toldList } from "./form.ts";
import { say, tagOf } from "./words.ts";

/** Nothing is written but what is typed. */
const language = {
  base: markdownLanguage,
  addKeymap: false,
  completeHTMLTags: false,
  pasteURLAsLink: false,
};

function extensions(name: string, file: OpenFile, onTyped: (text: string) => void): Extension[] {
  const attributes = { "aria-label": name, lang: tagOf(file.seen.language), spellcheck: "true" };
  const listener = ({ docChanged, state }: ViewUpdate) => {
    if (docChanged) onTyped(state.doc.toString());
  };
  return [
    minimalSetup,
    markdown(language),
    syntaxHighlighting(classHighlighter),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of(attributes),
    EditorView.cspNonce.of(document.querySelector("script")?.nonce ?? ""),
    EditorState.phrases.of({ "$ unchanged lines": say("unchanged") }),
    EditorView.updateListener.of(listener),
  ];
}

const views = new Map<string, EditorView>();

function makeView(file: OpenFile): EditorView {
  const onTyped = (text: string) => {
    const split = splitOf(file);
    if (text !== file.text.slice(split)) replace(file, file.text.slice(0, split) + text);
  };
  return new EditorView({ extensions: extensions(say("text"), file, onTyped) });
}

/** The Markdown of a file, or all of it, with what the check says of it. */
export function textOf(file: OpenFile): TemplateResult {
  const { path, seen, text } = file;
  const split = splitOf(file);
  const view = views.get(path) ?? makeView(file);
  views.set(path, view);
  write(view, text.slice(split));
  const above = split > 0 ? seen.bodyLine - 1 : 0;
  const placeOf = ({ line, column }: Told) => {
    const { doc } = view.state;
    const at = doc.line(Math.min(doc.lines, Math.max(1, line - above)));
    return Math.min(at.from + column - 1, at.to);
  };
  const own = seen.told.filter(({ line, keys }) => line > above && !(keys && split > 0));
  const diagnostics = own.map((one) => {
    const from = placeOf(one);
    const to = from + view.state.sliceDoc(from).search(/\s|$/);
    const actions = one.edits ? [{ name: say("mend"), apply: () => mend(file, one) }] : [];
    return { from, to, severity: one.severity, message: one.sentence, actions };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
  const sentence = (one: Told) => {
    const go = () => {
      view.dispatch({ selection: { anchor: placeOf(one) }, scrollIntoView: true });
      view.focus();
    };
    const { line, sentence } = one;
    return html`<button type="button" class="link" @click=${go}>${say("line", { line, sentence })}</button>`;
  };
  return html`<div class="text" ?hidden=${split > 0 && seen.bodyLine === 0}>
    <h3>${say("text")}</h3>
    <p ?hidden=${seen.fields !== undefined}>${say("whole")}</p>
    ${view.dom} ${toldList(file, `${path}-told`, own, sentence)}
  </div>`;
}

/** Puts a text into a view: what it has in common with the one that stands there is left alone. */
function write(view: EditorView, text: string): void {
  const changes = diff(view.state.doc.toString(), text);
  if (changes.length === 0) return;
  const edits = changes.map(({ fromA, toA, fromB, toB }) => {
    return { from: fromA, to: toA, insert: text.slice(fromB, toB) };
  });
  // What was not typed here is not undone.
  view.dispatch({ changes: edits, annotations: Transaction.addToHistory.of(false) });
}

/** Shows another text of a file beside the window's own, which may be edited there. */
export function compare(file: OpenFile, version: Version, goOn: (isTheirs: boolean) => void): void {
  const dialog = document.body.appendChild(document.createElement("dialog"));
  const close = () => dialog.remove();
  const settled = (isTheirs: boolean) => () => {
    close();
    goOn(isTheirs);
  };
  const theirs = [extensions(say("theirText"), file, () => {}), EditorState.readOnly.of(true)];
  const mine = extensions(say("myText"), file, (text) => replace(file, text));
  const a = { doc: version.text, extensions: theirs };
  const b = { doc: file.text, extensions: mine };
  const view = new MergeView({ a, b, collapseUnchanged: {} });
  const content = html`<div class="bar">
      <button type="button" @click=${settled(true)}>${say("theirs")}</button>
      <button type="button" @click=${settled(false)}>${say("mine")}</button>
      <button type="button" @click=${close}>${say("back")}</button>
    </div>
    <div class="columns"><p>${say("theirText")}</p><p>${say("myText")}</p></div>
    ${view.dom}`;
  render(content, dialog);
  dialog.ariaLabel = say("compare");
  dialog.addEventListener("close", close);
  dialog.showModal();
}
