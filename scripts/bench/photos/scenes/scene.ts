import type { Canvas } from "./canvas.ts";
import type { Texture } from "./texture.ts";

/** What all parts of a scene are painted with. */
export interface Scene {
  canvas: Canvas;
  /** Numbers from 0 to 1, the same for a seed. */
  random: () => number;
  /** Large and small shapes: clouds, stains. */
  clouds: Texture;
  /** Small shapes alone: leaves, waves, stones. */
  grains: Texture;
  /** Row where the sky ends. */
  horizon: number;
  night: boolean;
}
