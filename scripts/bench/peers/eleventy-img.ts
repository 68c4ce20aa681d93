import { cp } from "node:fs/promises";
import path from "node:path";
import { installPackages } from "./install-packages.ts";
import type { PeerOptions } from "./peer.ts";
import { versions } from "./versions.ts";

/** Of the peer that encodes photographs. */
export const eleventyImgName = "eleventy-img";

/** Sets up eleventy-img with its programs, see `eleventy-img/`. Throws EnvironmentFailure without npm. */
export async function setUpEleventyImg({ folder, say }: PeerOptions): Promise<void> {
  say("Installing eleventy-img from npm.");
  await installPackages(folder, versions.eleventyImg);
  await cp(path.join(import.meta.dirname, "eleventy-img"), folder, { recursive: true });
}
