/*
 * Lines of a name and a value, in which vCard and iCalendar are both written:
 * https://www.rfc-editor.org/rfc/rfc2425#section-5.8.1, https://www.rfc-editor.org/rfc/rfc5545#section-3.1
 */

/** A text as the value of a line. */
export function escapeText(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** Octets of a line, its end not counted. */
const longest = 75;

/** Lines as a file: each at most 75 octets long, what is longer goes on in the next; no character is cut. */
export function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function foldLine(line: string): string {
  const folded: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longest) {
      folded.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...folded, current].join("\r\n");
}
