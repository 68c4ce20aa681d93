import { type Colour, lighten, mix, paint } from "./canvas.ts";
import type { Scene } from "./scene.ts";

const leafDark: Colour = [26, 40, 18];
const leafLight: Colour = [148, 164, 74];

/** Crowns of trees against the sky, and grass below the horizon. */
export function paintPark({ canvas, random, clouds, grains, horizon, night }: Scene): void {
  const { width, height } = canvas;
  const start = random() * 1000;
  const dim = night ? 0.3 : 1;
  const highest = horizon * (0.2 + random() * 0.3);
  paint(canvas, { left: 0, top: 0, right: width, bottom: horizon }, (x, y, colour) => {
    const index = (y * width + x) * 3;
    const crown = clouds(start + x * 0.22, start) * horizon * 1.1 - highest * 0.4;
    const edge = (grains(start + x * 0.5, start + y * 0.5) - 0.5) * 190;
    if (horizon - y > crown + edge) {
      for (const channel of [0, 1, 2]) colour[channel] = canvas.pixels[index + channel] ?? 0;
      return;
    }
    const mass = clouds(start + x * 0.9, start + y * 0.9);
    const leaf = grains(start + x * 0.55, y * 0.55);
    mix(colour, leafDark, leafLight, Math.min(1, Math.max(0, mass * 1.5 + leaf * 1.2 - 0.95)));
    lighten(colour, dim);
  });
  paint(canvas, { left: 0, top: horizon, right: width, bottom: height }, (x, y, colour) => {
    const near = (y - horizon) / (height - horizon);
    const blade = grains(start + x * (1.1 - near * 0.6), start + y * (0.8 - near * 0.5));
    const meadow = clouds(start + x * 0.35, y * (1.6 - near));
    mix(colour, [52, 74, 30], [146, 158, 84], Math.min(1, Math.max(0, blade * 0.9 + meadow - 0.5)));
    lighten(colour, dim);
  });
}
