import { monthNames } from "../lib/dates.ts";

/*
 * Marks as wide as a Han character, half of which is blank: in Simplified Chinese the first half of
 * what opens and the second of what closes, ！ and ？ too, which CSS leaves out (GB/T 15834—2011, 5.1;
 * https://github.com/w3c/csswg-drafts/issues/10751).
 */
const opening = "（《「『【〖〔［｛〈";
const closing = "）》」』】〗〕］｝〉、，。．；：！？";
const middle = "·・";

/** Tags that may stand between marks side by side, and before the first word of a block. */
const inline = "(?:</?(?:a|b|cite|del|em|i|ins|mark|q|s|small|span|strong|sub|sup)\\b[^>]*>)*";
const blockStart = `<(?:h\\d|p|li|t[dh]|d[td]|figcaption|br)\\b[^>]*>\\s*${inline}`;

/** A class, and an expression for what stands in words alone, in no tag: it is all looked for in HTML. */
type Rule = readonly [name: string, pattern: RegExp];
const rule = (name: string, pattern: string): Rule => [
  name,
  new RegExp(`(?:${pattern})(?![^<>]*>)`, "gu"),
];

/**
 * Marks, and what becomes of their blank half: beside another mark and at the start of a block it goes,
 * `o` before and `c` behind; at the ends of a link it stays, `whole`, without the line below. Each
 * expression begins with its sign, and looks back after that: the other way round takes ten times as long.
 */
function markRules(opening: string, closing: string): Rule[] {
  const beside = `[${opening}${closing}${middle}]${inline}`;
  return [
    rule("c", `[${closing}](?=${inline}[${closing}${middle}])`),
    rule("c whole", `[${closing}](?=</a>)`),
    rule("o", `[${opening}](?<=(?:${beside}|${blockStart}).)`),
    rule("o whole", `[${opening}](?<=<a\\b[^>]*>.)`),
  ];
}

/** Latin letters of which Chinese faces have some and lack others: not those of Western Europe and of pinyin. */
const rare = "(?![āēěīōūǎǐǒǔǖǘǚǜńňǹ])[\\u0100-\\u024F\\u1E00-\\u1EFF]";
const letters = "[A-Za-z\\u00C0-\\u024F\\u1E00-\\u1EFF]*";

/** Words with such letters, which are set in another face whole: Łódź. */
const foreign = rule("latin", `${letters}${rare}${letters}`);

/** “ and ’ are as wide in Chinese faces alone: that of a Latin word is marked for another one. */
const rulesIn = {
  en: markRules(opening, closing),
  zh: [
    foreign,
    rule("apostrophe", "’(?<=\\p{Script=Latin}.)(?=\\p{Script=Latin})"),
    ...markRules(`${opening}“‘`, `${closing}”’`),
  ],
};

const han = "\\p{Script=Han}";
const number = "\\d+(?:[.,:]\\d+)*";
const month = `(?:${monthNames.join("|")})`;
const unit =
  "(?:[cdkm]?m|k?g|ha|°C|[ap]m|[bm]illion|(?:minute|hour|day|week|month|year|mile|metre)s?)";
const hanUnit = `[十百千万亿]*(?:小时|分钟|周年|世纪|年代|人次|像素|美元|(?:平方)?[公英海厘毫]?${han})`;

/**
 * A Chinese number from its second sign on, or with the character before it: the room between the two
 * would be in the span, and Chromium leaves it at the start of a line.
 */
const inNumber = `[.,:]?\\d(?<=\\d[.,:]?\\d)(?:[.,:]?\\d)*|${han}?\\d(?![.,:]?\\d)|第${number}`;

/** What stays on one line: 28 May 2025, 13.5 m, 2007–2010; 2007年7月5日, 2007—2010年, 第44届, 77万人次. */
const unbroken = [
  `\\d\\d? ${month}(?: \\d{4})?|\\b${month} \\d{1,4}\\b`,
  `\\b${number}(?:[–—]${number}(?: ${unit})?| ${unit})\\b(?! ?${han})`,
  `(?:${inNumber})(?:[—–～-]${number})? ?${hanUnit}(?:${number} ?${hanUnit})*`,
].map((pattern) => rule("unbroken", pattern));

/** Elements that are no running text, or stay on one line already. */
const passed = /<(script|style|title|svg|pre|code|time)\b.*?<\/\1>/gs;

/**
 * Spaces the words of a finished page by spans, and marks those that need a face of their own; its text
 * stays as it is. A number stays on one line with what it counts, and a date with all its parts. Two
 * Chinese marks side by side are a character and a half wide
 * (https://www.w3.org/TR/clreq/#h-adjustment_of_adjacent_punctuation_marks): of browsers Chromium alone
 * does that by itself, and only where the font has `halt`.
 *
 * @param html as templates and Markdown make it, in which `<` and `>` are tags everywhere
 * @param names that stay on one line, too: browsers break 利物浦—上海 between any two characters
 */
export function spaced(html: string, names: readonly string[]): string {
  const rules = [
    ...names.map((name) => rule("unbroken", name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))),
    ...unbroken,
    ...rulesIn[/<html lang="?zh/.test(html) ? "zh" : "en"],
  ];
  const space = (part: string) =>
    rules.reduce(
      (set, [name, pattern]) => set.replace(pattern, `<span class="${name}">$&</span>`),
      part,
    );
  let set = "";
  let from = 0;
  for (const { 0: element, index } of html.matchAll(passed)) {
    set += space(html.slice(from, index)) + element;
    from = index + element.length;
  }
  return set + space(html.slice(from));
}
