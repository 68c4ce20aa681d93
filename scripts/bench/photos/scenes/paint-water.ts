import { mix, paint } from "./canvas.ts";
import type { Scene } from "./scene.ts";

/** Water below the horizon: what stands above it, mirrored in waves that grow towards the eye. */
export function paintWater({ canvas, random, grains, clouds, horizon, night }: Scene): void {
  const { width, height, pixels } = canvas;
  const start = random() * 1000;
  const rough = 14 + random() * 40;
  const tint = night ? ([16, 20, 34] as const) : ([84, 98, 96] as const);
  const box = { left: 0, top: horizon, right: width, bottom: height };
  paint(canvas, box, (x, y, colour) => {
    const near = (y - horizon) / (height - horizon);
    const size = 0.25 + near * 2.2;
    const wave =
      grains(start + (x * 0.16) / size, start + (y * 1.1) / size) +
      0.6 * grains(start + (x * 0.5) / size, (y * 2.6) / size) -
      0.8;
    const across = Math.min(width - 1, Math.max(0, Math.round(x + wave * rough * near * 2)));
    const mirrored = horizon - (y - horizon) * 0.9 + wave * rough * (1 + near * 6);
    const down = Math.min(Math.ceil(horizon) - 1, Math.max(0, Math.round(mirrored)));
    const index = (down * width + across) * 3;
    const above = [pixels[index] ?? 0, pixels[index + 1] ?? 0, pixels[index + 2] ?? 0] as const;
    mix(colour, above, tint, 0.34 + near * 0.3 + (clouds(x * 0.3, y) - 0.5) * 0.3);
    const glint = Math.max(0, wave - 0.34) * (night ? 200 : 420);
    for (const channel of [0, 1, 2]) colour[channel] = (colour[channel] ?? 0) + glint;
  });
}
