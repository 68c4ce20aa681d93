import type { Field, Keys, Opened, Told, Version, WindowText } from "../../../scripts/edit/api.ts";
import { changeText, matterOf } from "../../../scripts/edit/values.ts";
import { applyEdits } from "../../../scripts/problems/remedies.ts";
import { say } from "./words.ts";

/** An open file: its text in this window, which may be ahead of what the door has seen. */
export interface OpenFile extends WindowText {
  /** Whether all of it is shown as text. */
  isWhole: boolean;
  seen: Opened["files"][number];
}

/** What the window holds, and what is to be said of it. */
export const desk = { files: [] as OpenFile[], isLost: false, refused: [] as string[] };
const { dataset } = document.documentElement;
export const prefix = dataset.prefix ?? "/";
const bytes = crypto.getRandomValues(new Uint8Array(8));
export const window = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
let show = () => {};
let timer = 0;
let turn: Promise<unknown> = Promise.resolve();
let composed: Promise<unknown> = Promise.resolve();
/** Whether the browser keeps what this window could not send. */
let isStored = false;

function post(name: string, body: object, keepalive = false): Promise<Response> {
  const headers = { "Content-Type": "application/json", "X-Edit-Token": dataset.token ?? "" };
  const request = { method: "POST", headers, body: JSON.stringify(body), keepalive };
  return fetch(`${prefix}_edit/api/${name}`, request);
}

/** Asks the door until it answers: a new run of the preview has a new token. Throws what went wrong there. */
export async function ask<T>(name: string, body: () => object, onLost = () => {}): Promise<T> {
  for (;;) {
    const answer = await post(name, body()).catch(() => undefined);
    if (answer?.ok) return answer.json();
    const said = await answer?.text();
    if (said !== undefined && said !== "token") throw new Error(said);
    onLost();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const shell = await fetch(location.href).catch(() => undefined);
    dataset.token = /data-token="([^"]+)/.exec((await shell?.text()) ?? "")?.[1] ?? dataset.token;
  }
}

/** Opens a file, and calls `onChange` now and at whatever is known anew. */
export async function open(path: string, onChange: () => void): Promise<void> {
  const { files } = await ask<Opened>("open", () => ({ window, path }));
  desk.files = files.map((seen) => ({ ...seen, isWhole: !seen.fields, seen }));
  for (const { path, text } of files) {
    if (stored(path)?.text === text) localStorage.removeItem(path);
  }
  show = onChange;
  show();
}

function texts(): WindowText[] {
  return desk.files.map(({ path, text, base }) => ({ path, text, base }));
}

/** Sends all texts, after what was sent before. */
export function exchange(name: "change" | "save" | "discard", more = {}): Promise<unknown> {
  clearTimeout(timer);
  turn = turn.then(async () => {
    await composed;
    let sent: WindowText[] = [];
    const body = () => {
      sent = texts();
      return { window, texts: sent, ...more };
    };
    const onLost = () => {
      desk.isLost = true;
      store();
      show();
    };
    try {
      const answer = await ask<Opened>(name, body, onLost);
      await composed;
      for (const [at, file] of desk.files.entries()) take(file, answer.files[at], sent[at]?.text);
      if (isStored) for (const { path } of sent) localStorage.removeItem(path);
      isStored = false;
      if (name === "save" || answer.refused) desk.refused = answer.refused ?? [];
    } catch (fault) {
      desk.refused = [(fault as Error).message];
      store();
    }
    desk.isLost = false;
    show();
  });
  return turn;
}

/** What was typed since its text was `sent` stays, and is seen at the next answer. */
function take(file: OpenFile, seen = file.seen, sent = ""): void {
  const { base, text, versions } = seen;
  file.base = base;
  if (file.text !== sent) file.seen = { ...file.seen, versions };
  else Object.assign(file, { text, seen, isWhole: file.isWhole || !seen.fields });
}

/** Where the Markdown begins in the text of a file; 0: all of it is shown as text. */
export function splitOf({ path, text, isWhole }: OpenFile): number {
  const [, end = 0] = path.endsWith(".md") ? matterOf(text) : [0, text.length];
  return isWhole ? 0 : text.indexOf("\n", end) + 1 || text.length;
}

/** Puts a text in place of the one that there is. */
export function replace(file: OpenFile, text: string): void {
  file.text = text;
  desk.refused = [];
  clearTimeout(timer);
  timer = setTimeout(exchange, 150, "change");
}

/** Changes a value in the text, if that can be; null takes it out. @param beside the fields of the same mapping */
export function change(file: OpenFile, keys: Keys, value: unknown, beside: Field[]): boolean {
  const order = beside.map((field) => String(field.keys.at(-1)));
  const text = changeText(file.path, file.text, keys, value, order);
  replace(file, text ?? file.text);
  if (text === undefined) desk.refused = [say("textOnly")];
  return text !== undefined;
}

/** Does what a remedy says, unless the text is another by now. */
export function mend(file: OpenFile, { edits = [] }: Told): void {
  if (file.text === file.seen.text) replace(file, applyEdits(file.text, edits));
  show();
}

/** All other texts of a file. Without a window's name is the one that this browser kept when the door was shut. */
export function versionsOf({ path, text, seen }: OpenFile): Version[] {
  const own = stored(path);
  return !own || desk.isLost || own.text === text ? seen.versions : [...seen.versions, own];
}

/** Goes on with another text of a file, or with the own one in spite of it. */
export async function settle(file: OpenFile, version: Version, isTheirs: boolean): Promise<void> {
  const { path } = file;
  await exchange("change");
  desk.refused = [];
  if (isTheirs) file.text = version.text;
  if (isTheirs || version.window === undefined) file.base = version.base;
  if (version.window === "") localStorage.removeItem(path);
  show();
  const discard = { path, window: version.window };
  await (version.window ? exchange("discard", { discard }) : exchange("change"));
}

function stored(path: string): Version | undefined {
  return JSON.parse(localStorage.getItem(path) ?? "null") ?? undefined;
}

/** Keeps in this browser what the door has not seen; says whether there was anything. */
function store(): boolean {
  const ahead = desk.files.filter(({ text, seen }) => text !== seen.text);
  for (const { path, text, base } of ahead) {
    localStorage.setItem(path, JSON.stringify({ window: "", text, base } satisfies Version));
  }
  isStored ||= ahead.length > 0;
  return ahead.length > 0;
}

// What an input method is writing is left alone until it is written.
addEventListener("compositionstart", () => {
  composed = new Promise((go) => addEventListener("compositionend", go, { once: true }));
});
addEventListener("focus", () => desk.files.length > 0 && exchange("change"));
addEventListener("pagehide", () => {
  if (store()) post("change", { window, texts: texts() }, true).catch(() => {});
});
