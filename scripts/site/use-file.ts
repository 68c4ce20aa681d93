import type { UserConfig } from "@11ty/eleventy";
import { hashedName } from "../lib/hashed-name.ts";
import { withPrefix } from "../lib/with-prefix.ts";
import type { Build } from "./build.ts";

/** Adds a file that every page loads, under a name that changes with its content. */
export function useFile(
  config: UserConfig,
  build: Build,
  file: { key: string; name: string; content: string | Uint8Array },
): void {
  const name = hashedName(file.name, file.content);
  build.files.set(name, file.content);
  config.addGlobalData(`files.${file.key}`, withPrefix(build.context.prefix, `/${name}`));
}
