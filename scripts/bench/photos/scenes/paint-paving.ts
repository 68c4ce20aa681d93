import { lighten, mix, paint } from "./canvas.ts";
import type { Scene } from "./scene.ts";

/** Setts of granite from the horizon to the eye, in perspective. */
export function paintPaving({ canvas, random, clouds, grains, horizon, night }: Scene): void {
  const { width, height } = canvas;
  const start = random() * 1000;
  const box = { left: 0, top: horizon, right: width, bottom: height };
  paint(canvas, box, (x, y, colour) => {
    const depth = 260 / (y - horizon + 18);
    const row = depth * 22;
    const column = ((x - width / 2) * depth) / 60 + (Math.floor(row) % 2) * 0.5 + 500;
    const joint = row % 1 < 0.12 || column % 1 < 0.1;
    const tone = grains(start + Math.floor(column) * 5.1, start + Math.floor(row) * 9.7);
    mix(colour, joint ? [62, 58, 54] : [120, 116, 110], [164, 158, 150], joint ? 0 : tone);
    const wear = clouds(x * 0.6, y * 0.8) * 0.4 + (grains(x * 0.8, y * 0.8) - 0.5) * 0.35;
    lighten(colour, (0.75 + wear) * (night ? 0.3 : 1));
  });
}
