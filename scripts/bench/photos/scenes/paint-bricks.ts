import { type Box, type Colour, lighten, mix, paint } from "./canvas.ts";
import type { Scene } from "./scene.ts";

/** A brick wall with rows of sash windows. `course` is a brick's height in pixels. */
export function paintBricks(
  { canvas, random, clouds, grains, night }: Scene,
  box: Box,
  course: number,
): void {
  const brick: Colour = night ? [52, 34, 32] : [140 + random() * 30, 76 + random() * 16, 58];
  const mortar: Colour = night ? [44, 40, 42] : [176, 166, 152];
  const dark: Colour = night ? [78, 64, 42] : [38, 46, 54];
  const length = course * 2.9;
  const bay = course * 22;
  const start = random() * 1000;
  paint(canvas, box, (x, y, colour) => {
    const across = x - box.left;
    const down = y - box.top;
    const row = Math.floor(down / course);
    const along = across / length + (row % 2) * 0.5;
    const joint = down % course < course * 0.14 || (along % 1) * length < course * 0.14;
    // Each brick has a tone of its own, the whole wall stains.
    const tone = grains(start + Math.floor(along) * 7.3, start + row * 11.7);
    const inBay = { x: (across % bay) / bay, y: (down % (bay * 1.3)) / (bay * 1.3) };
    const opening = inBay.x > 0.32 && inBay.x < 0.7 && inBay.y > 0.3 && inBay.y < 0.8;
    if (opening) {
      const bars = ((inBay.x - 0.32) / 0.127) % 1 < 0.09 || ((inBay.y - 0.3) / 0.125) % 1 < 0.07;
      mix(colour, bars ? [214, 210, 200] : dark, [150, 168, 184], bars ? 0.1 : tone * 0.5);
    } else if (joint) mix(colour, mortar, brick, 0.2);
    else mix(colour, brick, [96, 52, 44], tone);
    lighten(colour, 0.78 + clouds(x * 0.5, y * 0.5) * 0.3 + (grains(x, y) - 0.5) * 0.24);
  });
}
