/** A picture that the site refers to and that is still to be made: a rendition, a card. */
export interface PlannedPicture {
  /** Below `_site/`, with forward slashes. */
  path: string;
  /** SHA-256 of all that decides its bytes, the tools' versions among it. */
  key: string;
  /** What is found out once for several pictures, which have the same key here. */
  needs?: { key: string; find(): Promise<unknown> };
  /** Makes the bytes; called only where the cache has none. */
  make(): Promise<Buffer>;
}
