import { languageAt } from "../lib/addresses.ts";
import { type Shot, shotWindows } from "./shot.ts";

/** The shots of the pages at `addresses`: each in every window, by day and by night. */
export function planShots(addresses: readonly string[]): Shot[] {
  return addresses.flatMap((address) => {
    const language = languageAt(address);
    const page =
      address
        .replace(/^\/zh\//, "/")
        .replace(/\.html$/, "")
        .replace(/^\/|\/$/g, "")
        .replaceAll("/", "-") || "welcome";
    return (["day", "night"] as const).flatMap((theme) =>
      shotWindows.map((window): Shot => {
        const name = `${language}-${page}-${window.width}-${theme}.png`;
        return { address, language, page, window, theme, name };
      }),
    );
  });
}
