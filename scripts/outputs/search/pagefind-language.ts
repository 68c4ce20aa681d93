import type { Language } from "../../lib/language.ts";

/**
 * The language that Pagefind is told. For `zh` it would cut texts by a dictionary of its own (利物 浦),
 * and browsers cut queries by another one (利物浦): of seven pages on Liverpool one was found. For
 * Mandarin's code in ISO 639-3 it cuts at white space only, see `lib/han-cuts.ts`.
 */
export const pagefindLanguage: Readonly<Record<Language, string>> = { en: "en", zh: "cmn" };
