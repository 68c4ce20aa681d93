import {
  Document,
  isCollection,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
} from "yaml";
import { compose, parseYaml } from "../problems/yaml.ts";
import type { Keys } from "./api.ts";

/** Of texts that were made here: what each says, and of which it was made by a change at which keys. */
const made = new Map<string, { before: string; at: string; said: string }>();

/**
 * The text of a file with another value at `keys` (null: none), in the lines of that value alone. What
 * is changed back is as it was, byte for byte. An item is added at the length of its list.
 *
 * @param order the keys that the same mapping may have, in their order
 * @returns undefined where only a person can make the change
 */
export function changeText(
  path: string,
  text: string,
  keys: Keys,
  value: unknown,
  order: Keys = [],
): string | undefined {
  const [from, to] = path.endsWith(".md") ? matterOf(text) : [0, text.length];
  if (to === undefined) return undefined;
  const yaml = text.slice(from, to);
  const { contents } = compose(yaml);
  const source = { path, text: yaml, firstLine: 1, list: isSeq(contents) };
  const wanted = parseYaml(source).problems.length === 0 ? saying(yaml, keys, value) : undefined;
  if (wanted === undefined) return undefined;
  const before: string[] = [];
  const typed = [yaml];
  const at = JSON.stringify(keys);
  for (let one = made.get(yaml); one; one = made.get(one.before)) {
    // A value is typed letter by letter: each time it is put into the text in which that began.
    if (one.at === at && before.length === typed.length - 1) typed.unshift(one.before);
    before.push(one.before);
  }
  const known = [yaml, ...before].find((one) => saying(one) === wanted);
  const isWanted = (one: string) =>
    saying(one) === wanted && (!yaml.endsWith("\n") || /(?:^|\n)$/.test(one));
  for (const one of known === undefined ? typed : []) {
    const better = candidates(one, keys, value, order).find(isWanted);
    if (better === undefined) continue;
    made.set(better, { before: one, at, said: wanted });
    const [oldest = ""] = made.keys();
    if (made.size > 3000) made.delete(oldest);
    return text.slice(0, from) + better + text.slice(to);
  }
  return known === undefined ? undefined : text.slice(0, from) + known + text.slice(to);
}

/** Where the YAML between the first two lines `---` of a text begins and ends, if it has them. */
export function matterOf(text: string): [from: number, to?: number] {
  const from = text.indexOf("\n") + 1;
  const to = text.indexOf("\n---", from - 1) + 1;
  return /^---[ \t]*\n/.test(text) && to > 0 ? [from, to] : [0];
}

/** What a text says, or would say with another value, in whatever order; undefined where that cannot be told. */
function saying(yaml: string, keys?: Keys, value?: unknown): string | undefined {
  const known = keys ? undefined : made.get(yaml)?.said;
  if (known !== undefined) return known;
  const sorted = (_: string, data: unknown) =>
    typeof data !== "object" || data === null || Array.isArray(data)
      ? data
      : Object.fromEntries(Object.entries(data).sort());
  const document = compose(yaml);
  try {
    if (keys && value === null) document.deleteIn(keys);
    else if (keys) document.setIn(keys, value);
    return document.errors.length > 0 ? undefined : JSON.stringify(document.toJS() ?? {}, sorted);
  } catch {
    // Something else is in the way, or `*` refers to what is not there.
    return undefined;
  }
}

/**
 * What a text may become, the smallest change first. None is sure to say what is wanted: who asks looks.
 * A scalar is written into its place, a whole value in its lines or between its commas.
 */
function candidates(yaml: string, keys: Keys, value: unknown, order: Keys): string[] {
  const document: Document.Parsed = compose(yaml);
  const box: unknown =
    keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents;
  const items: readonly unknown[] = isCollection(box) ? box.items : [];
  const key = keys.at(-1) ?? "";
  const keysOfItems = items.map((item, at) => (isSeq(box) ? at : (item as Pair<Scalar>).key.value));
  const at = keysOfItems.indexOf(key);
  const [start, end] = rangeOf(items[at]);
  const node = document.getIn(keys, true);
  const scalar = isScalar(node) && typeof value !== "object" ? withScalar(yaml, node, value) : [];
  const lineStart = (offset: number) => yaml.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = (offset: number) => {
    const found = yaml.indexOf("\n", yaml[offset - 1] === "\n" ? offset - 1 : offset);
    return found === -1 ? yaml.length : found + 1;
  };

  // Between brackets: in place of the value, behind the last, or with the comma that parts it from others.
  if (isCollection(box) && box.flow) {
    const [open, close] = [(box.range?.[0] ?? 0) + 1, (box.range?.[1] ?? 1) - 1];
    const [before, next, last] = [items[at - 1], items[at + 1], items.at(-1)];
    const inside = written(isSeq(box) ? [value] : { [key]: value }, true)
      .slice(1, -1)
      .trim();
    const put = (from: number, to: number, better: string) =>
      yaml.slice(0, from) + better + yaml.slice(to);
    if (at !== -1 && value !== null) return [...scalar, put(start, end, inside)];
    if (value !== null)
      return [
        last ? put(rangeOf(last)[1], rangeOf(last)[1], `, ${inside}`) : put(open, close, inside),
      ];
    if (next) return [put(start, rangeOf(next)[0], "")];
    return [before ? put(rangeOf(before)[1], end, "") : put(open, close, "")];
  }

  // In lines: those of the key and its value, or none of them, below the keys that come before it.
  const rank = order.indexOf(key);
  const above = order.slice(0, rank);
  const isAbove = (one: unknown) => rank === -1 || above.includes(one as string);
  const after = at === -1 ? keysOfItems.findLastIndex(isAbove) : at;
  const [first] = rangeOf(items[0]);
  const [, bottom] = rangeOf(items[after]);
  const to = items.length === 0 ? yaml.length : after === -1 ? lineStart(first) : lineEnd(bottom);
  const from = at === -1 ? to : lineStart(start);
  const indent = /^ *(?:- +(?=\S))*/.exec(yaml.slice(lineStart(first)))?.[0] ?? "";
  const margin = isSeq(box) ? indent.replace(/- +$/, "") : indent.replaceAll("-", " ");
  const lines = value === null ? "" : written(isSeq(box) ? [value] : { [key]: value }, false);
  const between = lines && `${lines.replaceAll(/^(?=.)/gm, items.length > 0 ? margin : "")}\n`;
  const open = from > 0 && yaml[from - 1] !== "\n" ? "\n" : "";
  return [
    ...scalar,
    yaml.slice(0, from) + open + (open ? between.trimEnd() : between) + yaml.slice(to),
  ];
}

/** Where an item of a collection begins and ends: its key, and what stands of its value. */
function rangeOf(item: unknown): [start: number, end: number] {
  if (!isPair<Node, Node>(item))
    return [(item as Node)?.range?.[0] ?? 0, (item as Node)?.range?.[1] ?? 0];
  const [start, end] = rangeOf(item.key);
  return [start, item.value?.range?.[1] ?? end];
}

/** Another scalar in the style of the one that stands there; its lines stay folded where they are. */
function withScalar(yaml: string, { range, value: said, type }: Scalar, value: unknown): string[] {
  const [start = 0, end = 0] = range ?? [];
  const source = yaml.slice(start, end).replace(/\n$/, "");
  const put = (better: string, from = 0, to = source.length) =>
    yaml.slice(0, start + from) + better + yaml.slice(start + to);
  const isKept = said !== "" && (/^B/.test(String(type)) || !String(value).includes("\n"));
  const like = Object.assign(new Scalar(value), { type: isKept ? type : undefined });
  const indent =
    /\n([ \t]*)\S/.exec(source)?.[1] ??
    `${/^ */.exec(yaml.slice(yaml.lastIndexOf("\n", start) + 1))}  `;
  const again = new Document({ k: like }).toString({ lineWidth: 0 }).slice("k: ".length);
  const better = again.trimEnd().replaceAll(/\n {2}/g, `\n${indent}`);
  if (source === "") {
    return [put((yaml[start - 1] === " " ? "" : " ") + better + (yaml[start] === "#" ? " " : ""))];
  }
  if (typeof said === "number" || said === "") return [put(better), put(JSON.stringify(value))];
  const [old, text] = [String(said), String(value)];
  const most = Math.min(old.length, text.length);
  let [first, last] = [0, 0];
  while (last < most && old.at(-1 - last) === text.at(-1 - last)) last += 1;
  while (first < most - last && old[first] === text[first]) first += 1;
  const places = placesOf(old, source);
  // What differs alone; in the same style; in quotation marks.
  return [
    put(text.slice(first, text.length - last), places[first], places[old.length - last]),
    put(better),
    put(JSON.stringify(value)),
  ];
}

/** Where each unit of a text stands in its source, in which a fold of any width is a blank or a line end. */
function placesOf(text: string, source: string): number[] {
  let at = /^(?:[|>].*\n\s*|["'])?/.exec(source)?.[0].length ?? 0;
  const places = text.split("").map((unit) => {
    const place = at;
    at += (/\s/.test(unit) && /^(?:[ \t]*\n\s*|[ \t])/.exec(source.slice(at))?.[0].length) || 1;
    return place;
  });
  return [...places, at];
}

/** YAML of data: lists of single values in one line, and all where nothing else may stand. */
function written(data: unknown, flow: boolean): string {
  const document = new Document(data);
  const style = (node: unknown): void => {
    if (!isCollection(node)) return;
    const values = node.items.map((item: unknown) => (isSeq(node) ? item : (item as Pair).value));
    node.flow = flow || (isSeq(node) && node !== document.contents && values.every(isScalar));
    values.forEach(style);
  };
  style(document.contents);
  return document.toString({ lineWidth: 0, flowCollectionPadding: flow }).trimEnd();
}
