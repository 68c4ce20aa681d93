import type { Card } from "./card.ts";
import { type Frame, panel, photographFrames, sheet } from "./card-frames.ts";
import { chartGround } from "./chart-ground.ts";

/** Between the two hairlines of the scale. */
const scaleWidth = 9;

/** The neatline with its scale of degrees, and a hairline around each picture. */
export function drawBorder({ from, to, colours }: Card, photographs: number): string {
  const beside = (near: number, length: number) =>
    near === 0 ? -scaleWidth / 2 - 0.5 : length + scaleWidth / 2 + 0.5;
  const scale = chartGround(from, to).scale.map(({ from: [x1, y1], to: [x2, y2] }) =>
    y1 === y2
      ? `M${sheet.left + x1} ${sheet.top + beside(y1, sheet.height)}h${x2 - x1}`
      : `M${sheet.left + beside(x1, sheet.width)} ${sheet.top + y1}v${y2 - y1}`,
  );
  const pictures = photographs === 0 ? [panel] : photographFrames(photographs);
  const rules = [
    ...pictures.map((picture) => rule(picture, 0.5, 1)),
    rule(sheet, 0.5, 1),
    rule(sheet, scaleWidth + 1.5, 1),
    rule(sheet, scaleWidth + 6, 3),
  ];
  return `<g fill="none" stroke="${colours.deep}"><path d="${scale.join("")}" stroke-width="${scaleWidth}"/>${rules.join("")}</g>`;
}

function rule({ left, top, width, height }: Frame, distance: number, weight: number): string {
  return `<rect x="${left - distance}" y="${top - distance}" width="${width + 2 * distance}" height="${height + 2 * distance}" stroke-width="${weight}"/>`;
}
