import { readFile } from "node:fs/promises";
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { ContentFailure } from "../lib/failure.ts";
import { hashedName } from "../lib/hashed-name.ts";
import { withPrefix } from "../lib/with-prefix.ts";
import type { Build } from "./build.ts";

const source = "assets/icons/icon.svg";

/**
 * Adds the site's icon, and its address for the head of every page.
 *
 * @throws ContentFailure if it is not there
 */
export async function useIcon(config: UserConfig, build: Build): Promise<void> {
  const icon = await readIcon(build.root);
  const name = hashedName("icon.svg", icon);
  build.files.set(name, icon);
  config.addGlobalData("icon", withPrefix(build.context.prefix, `/${name}`));
}

async function readIcon(root: string): Promise<Buffer> {
  try {
    return await readFile(path.join(root, source));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new ContentFailure([
      {
        rule: "icon",
        severity: "error",
        path: source,
        line: 1,
        column: 1,
        message: "the icon of the site is not there",
        remedy: "bring the file back; every page names it",
      },
    ]);
  }
}
