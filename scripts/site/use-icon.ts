import { readFile } from "node:fs/promises";
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { hashedName } from "../lib/hashed-name.ts";
import { withPrefix } from "../lib/with-prefix.ts";
import type { Build } from "./build.ts";

/** Adds the site's icon, and its address for the head of every page. */
export async function useIcon(config: UserConfig, build: Build): Promise<void> {
  const icon = await readFile(path.join(build.root, "assets/icons/icon.svg"));
  const name = hashedName("icon.svg", icon);
  build.files.set(name, icon);
  config.addGlobalData("icon", withPrefix(build.context.prefix, `/${name}`));
}
