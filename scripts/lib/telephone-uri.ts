/** A telephone number as written, spaces and all, as a `tel:` URI; no country code is invented. */
export function telephoneUri(written: string): string {
  return `tel:${written.replace(/[^\d+]/g, "")}`;
}
