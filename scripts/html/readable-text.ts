import { Parser } from "htmlparser2";

/** Elements that end the sentence before them. */
const blocks =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|h[1-6]|header|li|ol|p|pre|section|table|td|th|tr|ul)$/;
/** Not read as the page's own words. */
const unread = /^(?:nav|svg|style|script|template|noscript|form)$/;

/**
 * The words of a page's `main`, block by block, white space as single spaces.
 *
 * @param skip says of an element's classes whether it is no part of what the page has to say
 */
export function readableText(
  html: string,
  skip: (classes: readonly string[]) => boolean,
): string[] {
  const read: string[] = [""];
  /** Open elements since `main`, and since an element that is skipped. */
  let inMain = 0;
  let skipped = 0;
  const parser = new Parser({
    onopentag(name, { class: classes = "" }) {
      if (name === "main" || inMain > 0) inMain += 1;
      if (skipped > 0 || unread.test(name) || skip(classes.split(" "))) skipped += 1;
      if (blocks.test(name)) read.push("");
    },
    ontext(text) {
      if (inMain > 0 && skipped === 0) read[read.length - 1] += text;
    },
    onclosetag(name) {
      if (inMain > 0) inMain -= 1;
      if (skipped > 0) skipped -= 1;
      if (blocks.test(name)) read.push("");
    },
  });
  parser.end(html);
  return read.map((block) => block.replace(/\s+/g, " ").trim()).filter((block) => block !== "");
}
