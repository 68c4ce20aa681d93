import type { Card } from "./card.ts";
import { cardSize, titleFrame } from "./card-frames.ts";
import { drawBorder } from "./draw-border.ts";
import { drawCartouche } from "./draw-cartouche.ts";
import { drawChart } from "./draw-chart.ts";
import { drawCourse } from "./draw-course.ts";
import { drawLabel } from "./draw-label.ts";
import { drawPorts } from "./draw-ports.ts";
import { drawText } from "./draw-text.ts";
import { setTitle } from "./set-title.ts";
import { titleWords } from "./title-words.ts";

/** From the date's baseline to the top of the title. */
const dateGap = 30;

/**
 * A card as an SVG without any text: letters are outlines.
 *
 * @param photographs how many will be laid over it
 */
export async function cardSvg(card: Card, photographs: number): Promise<string> {
  const { paper, deep, muted } = card.colours;
  const { clusters, isName } = await titleWords(card);
  const frame = titleFrame({
    below: isName ? "border" : "cartouche",
    dated: card.date !== undefined,
    course: photographs > 0,
  });
  const title = await setTitle(clusters, card, frame);
  const date = card.language === "en" ? card.date?.toUpperCase() : card.date;
  const parts = [
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    drawChart(card, photographs === 0),
    drawBorder(card, photographs),
    isName ? "" : await drawCartouche(card),
    date &&
      (await drawLabel(date, card.language, {
        x: frame.left,
        y: title.top - dateGap,
        size: 27,
        colour: muted,
        spacing: 0.08,
      })),
    ...title.lines.map(({ text, x, y }) => drawText(text, x, y, title.size)),
    photographs === 0 ? await drawPorts(card) : await drawCourse(card),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" fill="${deep}">${parts.join("")}</svg>`;
}
