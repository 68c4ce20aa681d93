/** The clock of the smallest mistakes, in ms since 1970: some of what they are told depends on the day. */
export const casesClock = Date.UTC(2026, 11, 1);
