import type { CivilDate } from "../lib/civil-date.ts";
import { daysInMonth } from "../lib/days-in-month.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The days that someone can have meant who wrote `text`: none, one, or two if it is ambiguous. */
export function guessDate(text: string): CivilDate[] {
  const written = text.trim().toLowerCase();
  const yearFirst =
    /^(\d{4})[-/.年\s]\s*(\d{1,2})[-/.月\s]\s*(\d{1,2})\s*日?(?:[\sT].*)?$/i.exec(written) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(written);
  if (yearFirst !== null) {
    const [year, month, day] = numbers(yearFirst);
    const proper = existing(year, month, day);
    return proper.length > 0 ? proper : existing(year, day, month);
  }
  const yearLast = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4})$/.exec(written);
  if (yearLast !== null) {
    const [one, two, year] = numbers(yearLast);
    const both = [...existing(year, two, one), ...existing(year, one, two)];
    return one === two ? both.slice(0, 1) : both;
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/.exec(written);
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(written);
  const name = dayFirst?.[2] ?? monthFirst?.[1] ?? "";
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  return existing(Number(dayFirst?.[3] ?? monthFirst?.[3]), months.indexOf(name) + 1, day);
}

function numbers(match: RegExpExecArray): [number, number, number] {
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

function existing(year: number, month: number, day: number): CivilDate[] {
  return year >= 1000 && day >= 1 && day <= daysInMonth(year, month) ? [{ year, month, day }] : [];
}
