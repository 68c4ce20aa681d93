import type { Card } from "./card.ts";
import { sheet } from "./card-frames.ts";
import { portsAt } from "./chart-ground.ts";
import { drawLabel } from "./draw-label.ts";
import { drawPort } from "./draw-port.ts";

/** The two ports on the map of the crossing, each with its name. */
export async function drawPorts({ from, to, language, colours }: Card): Promise<string> {
  const [start, end] = portsAt.map(([x, y]) => [x + sheet.left, y + sheet.top] as const);
  if (!start || !end) throw new Error("a crossing has two ports");
  const look = { size: 27, colour: colours.deep, spacing: 0 };
  return [
    drawPort(...start, colours),
    drawPort(...end, colours),
    await drawLabel(from.name, language, { ...look, x: start[0] + 20, y: start[1] - 14 }),
    await drawLabel(to.name, language, { ...look, x: end[0] - 10, y: end[1] + 36, anchor: "end" }),
  ].join("");
}
