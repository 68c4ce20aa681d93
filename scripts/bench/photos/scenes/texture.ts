/** Pixels of a tile's side; a power of two, so that wrapping is a matter of bits. */
const side = 1024;

/** Fractal noise from 0 to 1, middling 0.5, that repeats every 1,024 units: clouds, waves, leaves. */
export type Texture = (x: number, y: number) => number;

/**
 * Value noise in octaves, each half as strong and twice as fine as the one before.
 *
 * @param coarsest units between the points of the first octave; a power of two
 */
export function texture(random: () => number, coarsest: number): Texture {
  const tile = new Float32Array(side * side);
  let strength = 1;
  let sum = 0;
  for (let step = coarsest; step >= 1; step /= 2) {
    addOctave(tile, random, step, strength);
    sum += strength;
    strength /= 2;
  }
  for (let index = 0; index < tile.length; index += 1) tile[index] = (tile[index] ?? 0) / sum;
  return (x, y) => sample(tile, side, x, y);
}

function addOctave(tile: Float32Array, random: () => number, step: number, strength: number): void {
  const points = side / step;
  const grid = Float32Array.from({ length: points * points }, () => random() * strength);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const index = y * side + x;
      tile[index] = (tile[index] ?? 0) + sample(grid, points, x / step, y / step);
    }
  }
}

/** The value between the four nearest points of a square grid that repeats. */
function sample(grid: Float32Array, size: number, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = smooth(x - left);
  const down = smooth(y - top);
  const x0 = left & (size - 1);
  const x1 = (left + 1) & (size - 1);
  const y0 = (top & (size - 1)) * size;
  const y1 = ((top + 1) & (size - 1)) * size;
  const above = (grid[y0 + x0] ?? 0) * (1 - across) + (grid[y0 + x1] ?? 0) * across;
  const below = (grid[y1 + x0] ?? 0) * (1 - across) + (grid[y1 + x1] ?? 0) * across;
  return above * (1 - down) + below * down;
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share);
}
