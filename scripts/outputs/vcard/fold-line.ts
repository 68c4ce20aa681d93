/** Octets of a line, its end not counted: https://www.rfc-editor.org/rfc/rfc6350#section-3.2 */
const longest = 75;

/** `line` as lines of at most 75 octets, each but the first begun by a space; no character is cut. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longest) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}
