/**
 * What a file of the site holds. A page is put together each time that it is asked for, so that never
 * all of them stand in memory with their styles.
 */
export type FileContent = string | Uint8Array | (() => string);

/** The bytes of a file, text in UTF-8. */
export function bytesOf(content: FileContent): Uint8Array {
  const whole = typeof content === "function" ? content() : content;
  return typeof whole === "string" ? Buffer.from(whole) : whole;
}
