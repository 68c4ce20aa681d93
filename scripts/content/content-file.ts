import type { Language } from "../lib/language.ts";
import { addressOf } from "./address-of.ts";
import type { ContentFile } from "./entry.ts";
import { kindOf } from "./kind-of.ts";

/** What is known of the file of a page before its text is divided. */
export function contentFile(source: string, language: Language, key: string): ContentFile {
  const address = addressOf(language, key);
  return { source, language, kind: kindOf(key), key, address, body: "", bodyLine: 1 };
}
