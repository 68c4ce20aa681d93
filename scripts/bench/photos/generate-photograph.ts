import sharp from "sharp";
import { random } from "../../lib/lists.ts";
import { canvas } from "./scenes/canvas.ts";
import { paintBricks } from "./scenes/paint-bricks.ts";
import { paintBuildings } from "./scenes/paint-buildings.ts";
import { paintPark } from "./scenes/paint-park.ts";
import { paintPaving } from "./scenes/paint-paving.ts";
import { paintSky } from "./scenes/paint-sky.ts";
import { paintWater } from "./scenes/paint-water.ts";
import type { Scene } from "./scenes/scene.ts";
import { texture } from "./scenes/texture.ts";

/** Grey levels, as a small sensor in daylight leaves them. */
const sensorNoise = 5;

/**
 * A JPEG as a camera might have made it, of what the two cities are made of: skyline and river by day
 * and by night, brick and setts, a park. The same bytes for a number on every machine with the same
 * sharp. Painted at half the size and enlarged, for the pixels of a camera are as soft as that, then
 * given the noise of a sensor.
 *
 * @param width pixels, even; the height is three quarters of it
 */
export async function generatePhotograph(number: number, width: number): Promise<Buffer> {
  const height = (width * 3) / 4;
  const { pixels } = paintScene(number, width / 2, height / 2);
  const enlarged = await sharp(pixels, {
    raw: { width: width / 2, height: height / 2, channels: 3 },
  })
    .resize(width, height, { kernel: "cubic" })
    .raw()
    .toBuffer();
  const next = random(number + 1000);
  const noise = Int8Array.from(
    { length: 65_536 },
    () => (next() + next() + next() - 1.5) * sensorNoise,
  );
  let at = 0;
  for (let index = 0; index < enlarged.length; index += 3) {
    // Strides prime to the table's length, so that no pattern shows.
    if (index % 65_535 === 0) at = (next() * 65_536) & 65_535;
    const grey = noise[(at + index) & 65_535] ?? 0;
    for (let channel = index; channel < index + 3; channel += 1) {
      enlarged[channel] = Math.min(255, Math.max(0, (enlarged[channel] ?? 0) + grey));
    }
  }
  return sharp(enlarged, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

function paintScene(number: number, width: number, height: number): Scene["canvas"] {
  const next = random(number);
  const kind = number % 5;
  const scene: Scene = {
    canvas: canvas(width, height),
    random: next,
    clouds: texture(next, 256),
    grains: texture(next, 16),
    horizon: Math.round(height * (0.45 + next() * 0.2)),
    night: kind === 3,
  };
  paintSky(scene);
  if (kind === 1) {
    const wall = {
      left: width * next() * 0.3,
      top: height * 0.06,
      right: width,
      bottom: scene.horizon,
    };
    paintBricks(scene, wall, 12 + next() * 8);
    paintPaving(scene);
  } else if (kind === 2) paintPark(scene);
  else {
    paintBuildings(scene);
    if (kind === 4) paintPaving(scene);
    else paintWater(scene);
  }
  return scene.canvas;
}
