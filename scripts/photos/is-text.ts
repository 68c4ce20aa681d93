/** Whether the beginning of a file reads as text: no control characters but white space. */
export function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
