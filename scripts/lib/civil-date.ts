/** A day of the Gregorian calendar, in no time zone. Month and day count from 1. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}
