import { type Box, type Colour, lighten, mix, paint } from "./canvas.ts";
import { paintBricks } from "./paint-bricks.ts";
import type { Scene } from "./scene.ts";

/** A skyline: towers of glass and houses of brick, those in front lower and darker. */
export function paintBuildings(scene: Scene): void {
  const { canvas, random, horizon } = scene;
  for (const depth of [0, 1, 2]) {
    let left = -random() * 120;
    while (left < canvas.width) {
      const width = 70 + random() * (110 + depth * 60);
      const share = (0.25 + random() * 0.6) * (1 - depth * 0.26);
      const box = { left, top: horizon * (1 - share), right: left + width, bottom: horizon };
      if (depth === 2 && random() < 0.6) paintBricks(scene, box, 9);
      else paintTower(scene, box, depth);
      left += width + random() * 40 * (3 - depth);
    }
  }
}

function paintTower({ canvas, random, clouds, night }: Scene, box: Box, depth: number): void {
  const haze: Colour = night ? [60, 52, 70] : [196, 206, 214];
  const wall: Colour = night
    ? [22, 24, 34]
    : [90 + random() * 90, 92 + random() * 80, 96 + random() * 70];
  const glass: Colour = night ? [30, 34, 50] : [92, 120, 146];
  const across = 7 + random() * 12;
  const down = 8 + random() * 10;
  const start = random() * 1000;
  const lit = night ? 0.62 : 0.93;
  paint(canvas, box, (x, y, colour) => {
    const column = (x - box.left) / across;
    const row = (y - box.top) / down;
    const inWindow = column % 1 > 0.24 && row % 1 > 0.3;
    const shine = clouds(start + Math.floor(column) * 37, start + Math.floor(row) * 53);
    if (!inWindow) mix(colour, wall, haze, (2 - depth) * 0.28);
    else if (shine > lit) mix(colour, [255, 214, 150], haze, 0.05);
    else {
      mix(colour, glass, haze, (2 - depth) * 0.25 + shine * 0.4);
    }
    // The light comes from one side, and dirt from everywhere.
    const side = (x - box.left) / (box.right - box.left);
    lighten(colour, 1.08 - side * 0.22 + (clouds(x * 0.9, y * 0.9) - 0.5) * 0.16);
  });
}
