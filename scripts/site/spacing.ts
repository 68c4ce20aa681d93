import { monthNames } from "../lib/dates.ts";

/*
 * Marks as wide as a Han character, half of which is blank: in Simplified Chinese the first half of
 * what opens and the second of what closes, ！ and ？ too, which CSS leaves out (GB/T 15834—2011, 5.1;
 * https://github.com/w3c/csswg-drafts/issues/10751).
 */
const opening = "（《「『【〖〔［｛〈";
const closing = "）》」』】〗〕］｝〉、，。．；：！？";
const middle = "·・";

/*
 * While words are looked through, a tag is one sign of its kind, and so is where a span begins and ends:
 * noncharacters, which mean nothing in a text (https://www.unicode.org/faq/private_use.html#nonchar1). Patterns
 * that told words from tags would take time by the square of a paragraph's length.
 */
const kinds = [
  ["\uFDD0", /^<a\b/],
  ["\uFDD1", /^<\/a\b/],
  ["\uFDD2", /^<\/?(?:b|cite|del|em|i|ins|mark|q|s|small|span|strong|sub|sup)\b/],
  ["\uFDD3", /^<(?:h\d|p|li|t[dh]|d[td]|figcaption|br)\b/],
  ["\uFDD4", /(?:)/],
] as const;
const [[link], [linkEnd], , [block]] = kinds;
const classes = ["c", "c whole", "o", "o whole", "latin", "apostrophe", "unbroken"] as const;
const firstClass = 0xfdd5;
const spanEnd = "\uFDDF";
const signs = /[\uFDD0-\uFDEF]/g;

/** What may stand between marks side by side, and before the first word of a block. */
const inline = "[\uFDD0-\uFDD2\uFDD5-\uFDDF]*";

/** The sign of a class, and an expression for what it is for. */
type Rule = readonly [sign: string, pattern: RegExp];
const rule = (name: (typeof classes)[number], pattern: string): Rule => [
  String.fromCharCode(firstClass + classes.indexOf(name)),
  new RegExp(pattern, "gu"),
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
    rule("c whole", `[${closing}](?=${linkEnd})`),
    rule("o", `[${opening}](?<=(?:${beside}|${block}\\s*${inline}).)`),
    rule("o whole", `[${opening}](?<=${link}.)`),
  ];
}

/** Latin letters of which Chinese faces have some and lack others: not those of Western Europe and of pinyin. */
const rare = "(?![āēěīōūǎǐǒǔǖǘǚǜńňǹ])[\\u0100-\\u024F\\u1E00-\\u1EFF]";
const letter = "[A-Za-z\\u00C0-\\u024F\\u1E00-\\u1EFF]";

/** Words with such letters, which are set in another face whole: Łódź. */
const foreign = rule("latin", `(?<!${letter})${letter}*?${rare}${letter}*`);

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
const inNumber = `(?<=(?<!\\d[.,:]?)\\d)(?:[.,:]?\\d)+|${han}?\\d(?![.,:]?\\d)|第${number}`;

/** What stays on one line: 28 May 2025, 13.5 m, 2007–2010; 2007年7月5日, 2007—2010年, 第44届, 77万人次. */
const unbroken = [
  `\\d\\d? ${month}(?: \\d{4})?|\\b${month} \\d{1,4}\\b`,
  `(?<!\\d[.,:]?)\\b${number}(?:[–—]${number}(?: ${unit})?| ${unit})\\b(?! ?${han})`,
  `(?:${inNumber})(?:[—–～-]${number})? ?${hanUnit}(?:${number} ?${hanUnit})*`,
].map((pattern) => rule("unbroken", pattern));

/** Tags, and elements that are no running text or stay on one line already; signs, should a text have them. */
const passed = /<(script|style|title|svg|pre|code|time)\b.*?<\/\1>|<[^>]*>|[\uFDD0-\uFDEF]/gs;

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
  const tags: string[] = [];
  const words = html.replace(passed, (tag) => {
    tags.push(tag);
    return kinds.find(([, pattern]) => pattern.test(tag))?.[0] ?? "";
  });
  const set = rules.reduce((all, [sign, pattern]) => {
    return all.replace(pattern, `${sign}$&${spanEnd}`);
  }, words);
  const following = tags.values();
  return set.replace(signs, (sign) => {
    if (sign === spanEnd) return "</span>";
    const name = classes[sign.charCodeAt(0) - firstClass];
    return name ? `<span class="${name}">` : (following.next().value ?? "");
  });
}
