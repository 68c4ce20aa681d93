import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../support/files.ts";

/** A stylesheet of `assets/styles/`, without its comments. */
export interface Stylesheet {
  /** The file's name, such as `header.css`. */
  name: string;
  css: string;
}

/** Every stylesheet in `assets/styles/`, by name. */
export function readStyles(): Stylesheet[] {
  const folder = path.join(projectRoot, "assets/styles");
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const css = readFileSync(path.join(folder, name), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
      return { name, css };
    });
}
