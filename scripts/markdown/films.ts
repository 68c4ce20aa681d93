import { type Fault, fault } from "./rules.ts";

/*
 * A film stays where it is: a picture with a link to it, whose title says name and length, is all that a page
 * has of it. Nothing is asked of the other site before a click.
 */

/** A film that a picture leads to. */
export interface Film {
  title: string;
  /** As written, `3:42` or `1:03:42`. */
  length: string;
  /** Where it is to be seen: `bilibili.com`. */
  host: string;
}

const named = /^(.*\S)\s*[,，]\s*((?:\d{1,2}:[0-5])?\d:[0-5]\d|[1-5]\d:[0-5]\d)$/s;

/**
 * The film that a picture leads to, if its link says so.
 *
 * @param href of the link
 * @param written its title: name and length
 */
export function filmOf(href: string, written: string | undefined): Film | undefined {
  const [, title, length] = named.exec(written?.trim() ?? "") ?? [];
  if (title === undefined || length === undefined || !/^https?:/i.test(href)) return undefined;
  if (!URL.canParse(href)) return undefined;
  return { title, length, host: new URL(href).hostname.replace(/^(?:www|m)\./, "") };
}

/** Where films are, and not who shows them: hosts have other pages, too. */
const filmAddress =
  /^https?:\/\/(?:[\w-]+\.)*(?:bilibili\.com\/(?:video|bangumi)\/|b23\.tv\/|youtube\.com\/(?:watch|shorts|live)\b|youtu\.be\/|vimeo\.com\/\d|dailymotion\.com\/video\/|youku\.com\/(?:v_show|video)\b|v\.qq\.com\/x\/|ixigua\.com\/\d|douyin\.com\/video\/)/i;

/** What looks like a length at the end of a title: numbers below 1,000, and what parts or follows them. */
const lengthLike =
  /[\s,，、(（]*(?:\b(?:about|approx\.?|ca\.?)\s*|大?约\s*)?((?:(?<!\d)\d{1,3}(?!\d)\s*(?:[:：.,，'’′"”″]|小时|时|分钟?|秒|h(?:ours?)?|m(?:in(?:utes?)?)?|s(?:ec(?:onds?)?)?)?\s*){1,3})[)）]?\.?$/i;

/** What is wrong with how a picture leads to a film. */
export function filmFault(href: string, written: string | undefined): Fault | undefined {
  if (!filmAddress.test(href) || filmOf(href, written)) return undefined;
  const title = written?.trim() ?? "";
  const [end, numbers = ""] = lengthLike.exec(title) ?? [""];
  const name = title.slice(0, title.length - end.length);
  if (name === "") return fault("film-unnamed", { href });
  const length = lengthOf(numbers);
  if (length === undefined) {
    // A lone number may be the end of the name: “Pier 42”.
    const isLength = /\d\D+\d|[a-z分时秒]/i.test(numbers);
    return fault("film-no-length", { title, name: isLength ? name : title });
  }
  return fault("film-length", { title, better: `${name}, ${length}` });
}

/** `3:42` of 3,42 or 3分42秒; undefined where it cannot be told. */
function lengthOf(written: string): string | undefined {
  const numbers = (written.match(/\d+/g) ?? []).map(Number);
  if (numbers.length === 1 && /分|m/i.test(written)) numbers.push(0);
  if (numbers.length === 2 && /时|h/i.test(written)) numbers.push(0);
  const [seconds = 0, minutes, hours = 0] = numbers.reverse();
  if (minutes === undefined || seconds > 59) return undefined;
  const all = hours * 60 + minutes;
  const pad = (part: number) => String(part).padStart(2, "0");
  const above = all < 60 ? `${all}` : `${Math.floor(all / 60)}:${pad(all % 60)}`;
  return `${above}:${pad(seconds)}`;
}
