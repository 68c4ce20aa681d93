import { type Colour, mix, paint } from "./canvas.ts";
import type { Scene } from "./scene.ts";

const zeniths: readonly Colour[] = [
  [58, 110, 176],
  [92, 132, 172],
  [120, 140, 160],
  [70, 96, 150],
];

/** A gradient that is paler towards the horizon, and clouds that are flatter there. */
export function paintSky({ canvas, random, clouds, horizon, night }: Scene): void {
  const zenith: Colour = night ? [14, 20, 44] : (zeniths[Math.floor(random() * 4)] ?? [0, 0, 0]);
  const haze: Colour = night ? [96, 66, 78] : [214, 222, 228];
  const cloud: Colour = night ? [44, 40, 60] : [244, 243, 240];
  const cover = 0.42 + random() * 0.2;
  const start = random() * 1000;
  const box = { left: 0, top: 0, right: canvas.width, bottom: horizon };
  paint(canvas, box, (x, y, colour) => {
    const height = 1 - y / horizon;
    mix(colour, haze, zenith, height ** 0.8);
    const depth = 0.35 + 1.1 * height;
    const density = clouds(start + (x * 0.28) / depth, start + (y * 0.7) / depth);
    const share = Math.min(1, Math.max(0, (density - cover) * 5));
    const clear: Colour = [colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0];
    mix(colour, clear, cloud, share * 0.85);
  });
}
