import type { Card } from "./card.ts";
import { column } from "./card-frames.ts";
import { drawLabel } from "./draw-label.ts";
import { drawPort } from "./draw-port.ts";

const y = 536;
const labels = 574;

/** The course from port to port at the foot of a card that shows no map, with their coordinates. */
export async function drawCourse({ from, to, language, colours }: Card): Promise<string> {
  const [left, right] = [column.left + 8, column.left + column.width - 8];
  const look = { y: labels, size: 22, colour: colours.muted, spacing: 0.05 };
  return [
    `<path d="M${left} ${y}Q${(left + right) / 2} ${y - 44} ${right} ${y}" fill="none" stroke="${colours.magenta}" stroke-width="4" stroke-dasharray="14 8"/>`,
    drawPort(left, y, colours),
    drawPort(right, y, colours),
    await drawLabel(from.written, language, { ...look, x: column.left }),
    await drawLabel(to.written, language, {
      ...look,
      x: column.left + column.width,
      anchor: "end",
    }),
  ].join("");
}
