import { beginnings, blocks, type Kind, kindOf, markOf } from "./html-kinds.ts";
import { attributesOf, type Tag } from "./html-tags.ts";
import { soundId } from "./inline.ts";
import { type Fault, fault, longestQuotation } from "./rules.ts";

/** What is said of a tag. */
interface Told {
  fault: Fault;
  /** The remedy is one for all that stands before this offset. */
  upTo?: number | undefined;
  /** The remedy takes this tag out, too. */
  closing?: Tag;
}

/** What is said of a tag in a block's text, `source`. */
export function tellTag(tag: Tag, source: string): Told {
  const kind = kindOf.get(tag.name);
  const { written } = tag;
  return kind ? tellers[kind](tag, source) : { fault: fault("html-other", { written }) };
}

const tellers: Readonly<Record<Kind, (tag: Tag, source: string) => Told>> = {
  words: tellWords,
  cell: tellWords,
  paragraph: tellParagraph,
  row: tellParagraph,
  lineBreak(tag) {
    const { written } = tag;
    if (tag.atEdge || blocks.has(kindBeside(tag, tag.next))) return takeOut(written);
    return { fault: fault("html-line-break", { written }) };
  },
  line: ({ written }) => ({ fault: fault("html-line", { written, better: "---" }) }),
  code: ({ written }) => ({ fault: fault("html-code", { written }) }),
  table(tag) {
    const { written } = tag;
    return tag.closing ? tellParagraph(tag) : { fault: fault("html-table", { written }) };
  },
  heading(tag, source) {
    const { name, written, closing, partner, textBefore } = tag;
    // A picture alone makes no heading.
    if (partner?.textBefore === textBefore) return tellParagraph(tag);
    const id = attributesOf(closing && partner ? partner : tag).get("id");
    const right = id ? ` {#${soundId(id)}}` : "";
    if (closing) return right === "" ? tellParagraph(tag) : write(written, right);
    const better = `${"#".repeat(Math.max(2, Number(name.slice(1))))} `;
    const whole = wholeOf(tag, source, better, right);
    if (whole) return { fault: fault("html-line", whole), upTo: partner?.end };
    return { fault: fault("html-beginning", { written, better }) };
  },
  item(tag, source) {
    const { written, closing, partner } = tag;
    if (closing) return tellParagraph(tag);
    const better = tag.numbered ? "1. " : "- ";
    const whole = wholeOf(tag, source, better, "");
    if (whole) return { fault: fault("html-beginning", whole), upTo: partner?.end };
    return { fault: fault("html-beginning", { written, better }) };
  },
  quotation(tag, source) {
    const { written, closing, partner } = tag;
    if (closing) return tellParagraph(tag);
    const whole = wholeOf(tag, source, "> ", "");
    if (whole) return { fault: fault("html-line", whole), upTo: partner?.end };
    return { fault: fault("html-quotation", { written }) };
  },
  picture(tag) {
    const { written, linked } = tag;
    const better = pictureOf(tag);
    if (better === undefined) return takeOut(written);
    return linked ? write(written, better) : { fault: fault("html-picture", { written, better }) };
  },
  figure(tag, source) {
    const { written, closing, partner, next } = tag;
    const caption = next?.next;
    if (
      closing ||
      !partner ||
      caption?.name !== "figcaption" ||
      caption.partner?.next !== partner
    ) {
      return tellParagraph(tag);
    }
    const better = next && pictureOf(next, captionOf(caption, source));
    if (better === undefined) return tellParagraph(tag);
    return { fault: fault("html-figure", { written, better }), upTo: partner.end };
  },
  caption(tag, source) {
    const { written, closing, partner } = tag;
    if (closing || !partner) return tellParagraph(tag);
    const caption = captionOf(tag, source).replaceAll('"', '\\"');
    return { fault: fault("html-caption", { written, caption }), upTo: partner.end };
  },
  embedded(tag) {
    const { written } = tag;
    const attributes = attributesOf(tag);
    const source = attributes.get("src") ?? attributes.get("data");
    if (source === undefined) return takeOut(written);
    const address = source.replace(/^\/\//, "https://");
    if (!/^https?:/i.test(address)) return { fault: fault("html-film", { written }) };
    const title = attributes.get("title");
    const better = title ? `[${title}](${target(address)})` : `<${address}>`;
    return { fault: fault("html-embedded", { written, better }) };
  },
  program({ name, written, closing, partner }) {
    if (closing) return takeOut(written);
    return { fault: fault("html-script", { written, closing: `</${name}>` }), upTo: partner?.end };
  },
};

function pictureOf(tag: Tag, caption?: string): string | undefined {
  const attributes = attributesOf(tag);
  const path = tag.name === "img" ? attributes.get("src") : undefined;
  const alt = (attributes.get("alt") ?? "").replaceAll(/[[\]]/g, "\\$&");
  return path && `![${alt}](${target(path, caption ?? attributes.get("title"))})`;
}

function captionOf({ end, partner }: Tag, source: string): string {
  const words = source.slice(end, partner?.start).replaceAll(/<[^<>]*>/g, "");
  return words.replaceAll(/\s+/g, " ").trim();
}

/** What is a paragraph, or holds some: an empty line in its place, where nothing else parts the words. */
function tellParagraph(tag: Tag): Told {
  const { written, closing, partner } = tag;
  if (!isParted(tag)) return { fault: fault("html-paragraph", { written }) };
  return !closing && partner && isParted(partner) ? takePairOut(tag, partner) : takeOut(written);
}

function isParted(tag: Tag): boolean {
  if (tag.atEdge || blocks.has(kindBeside(tag, tag.next))) return true;
  return tag.previous?.closing === false && beginnings.has(kindBeside(tag, tag.previous));
}

/** The kind of a tag between which and `tag` readers see nothing. */
function kindBeside(tag: Tag, other: Tag | undefined): Kind | undefined {
  return other?.shownBefore === tag.shownBefore ? kindOf.get(other.name) : undefined;
}

/** What is a part of a line. */
function tellWords(tag: Tag, source: string): Told {
  const { name, written, closing, partner } = tag;
  if (name === "a" && !closing) {
    const attributes = attributesOf(tag);
    const href = attributes.get("href");
    const id = attributes.get("id") ?? attributes.get("name");
    if (href && !partner) return write(written, `[${href}](${target(href)})`);
    if (href === undefined && id) return tellAnchor(tag, id, source);
  }
  if (!partner) return name === "td" || name === "th" ? write(written, "| ") : takeOut(written);
  const [left, right] = marksOf(closing ? partner : tag, source);
  if (closing) return right === "" ? takeOut(written) : write(written, right);
  const whole = wholeOf(tag, source, left, right);
  if (whole) return { fault: fault("html-words", whole), upTo: partner.end };
  if (left === right && (left === "" || isBlank(tag, source))) return takePairOut(tag, partner);
  return left === "" ? takeOut(written) : write(written, left);
}

function tellAnchor(tag: Tag, id: string, source: string): Told {
  const end = isBlank(tag, source) ? tag.partner?.end : undefined;
  const written = source.slice(tag.start, end ?? tag.end);
  return { fault: fault("html-anchor", { written, anchor: `{#${soundId(id)}}` }), upTo: end };
}

/** What Markdown or plain words have in the place of an opening tag, and of its closing one. */
function marksOf(tag: Tag, source: string): readonly [left: string, right: string] {
  const attributes = attributesOf(tag);
  const { name } = tag;
  const title = attributes.get("title");
  switch (name) {
    case "a": {
      const href = attributes.get("href");
      return href === undefined ? ["", ""] : ["[", `](${target(href, title)})`];
    }
    case "abbr":
    case "acronym":
      return ["", title ? ` (${title})` : ""];
    case "q":
      return ["“", "”"];
    case "sup":
    case "sub":
      return raised(name, source[tag.start - 1], source.slice(tag.end, tag.partner?.start));
    case "rt":
      // The brackets of <rp> stay.
      return tag.previous?.name === "rp" ? ["", ""] : ["（", "）"];
    case "td":
    case "th":
      return ["| ", ""];
    default: {
      const mark = tag.previous?.name === "pre" ? "" : (markOf.get(name) ?? "");
      return [mark, mark];
    }
  }
}

/** Small letters belong to a word, and are short; other words must not run into those before. */
function raised(
  name: "sup" | "sub",
  before: string | undefined,
  inside: string,
): readonly [left: string, right: string] {
  // 10~2~ would be a range.
  const isRange = name === "sub" && /^\d\d/.test(`${before}${inside}`);
  const isAfterWord = !isRange && /[\p{L}\p{N}]/u.test(before ?? "");
  const mark = name === "sup" ? "^" : "~";
  if (isAfterWord && /^[a-z\d+−-]{1,8}$/i.test(inside)) return [mark, mark];
  if (!/^[\p{L}\p{N}<]/u.test(inside)) return ["", ""];
  return [/\S/.test(before ?? "") ? " (" : "(", ")"];
}

/** An element of few words and no other tags, and what is to be written for it. */
function wholeOf(
  { start, end, next, partner }: Tag,
  source: string,
  left: string,
  right: string,
): { written: string; better: string } | undefined {
  if (!partner || partner !== next || partner.end - start > longestQuotation) return undefined;
  const inside = source.slice(end, partner.start);
  const words = inside.trim();
  if (words === "" || /[<\n]/.test(words)) return undefined;
  const written = source.slice(start, partner.end);
  if (left === "`") return { written, better: codeOf(words) };
  if (left.endsWith(" ")) return { written, better: left + words + right };
  const [before, after] = inside.split(words);
  return { written, better: `${before}${left}${words}${right}${after}` };
}

function isBlank({ end, partner }: Tag, source: string): boolean {
  return partner !== undefined && source.slice(end, partner.start).trim() === "";
}

const entities = [
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&amp;", "&"],
] as const;

/** In code Markdown reads no entities. */
function codeOf(words: string): string {
  const text = entities.reduce((before, [entity, sign]) => before.replaceAll(entity, sign), words);
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** The target of a link or picture, and the title that is shown with it. */
function target(address: string, title = ""): string {
  const plain = address.replaceAll(/[<>]/g, encodeURIComponent);
  const written = /[\s()]/.test(plain) ? `<${plain}>` : plain;
  return title === "" ? written : `${written} "${title.replaceAll('"', '\\"')}"`;
}

function write(written: string, better: string): Told {
  return { fault: fault("html-words", { written, better }) };
}

function takeOut(written: string): Told {
  return { fault: fault("html-tag", { written }) };
}

function takePairOut({ written }: Tag, closing: Tag): Told {
  return { fault: fault("html-pair", { written, closing: closing.written }), closing };
}
