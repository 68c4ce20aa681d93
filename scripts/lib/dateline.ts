import type { CivilDate } from "./civil-date.ts";
import { formatCivilDate } from "./format-civil-date.ts";
import type { Language } from "./language.ts";

/** A date as a page shows it. */
export interface Dateline {
  /** For `<time datetime>`. */
  machine: string;
  /** For readers: “28 May 2025”, “2025年5月28日”. */
  text: string;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Written out here, not by `Intl`, whose wording changes with the machine's language data. */
export function dateline(date: CivilDate, language: Language): Dateline {
  const text =
    language === "zh"
      ? `${date.year}年${date.month}月${date.day}日`
      : `${date.day} ${months[date.month - 1]} ${date.year}`;
  return { machine: formatCivilDate(date), text };
}
