/**
 * The day from which this site has had feeds, `YYYY-MM-DD`. It is part of every identifier in them
 * and so may never change.
 */
export const feedsBegan = "2026-11-23";
