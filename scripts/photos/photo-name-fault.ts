import { posix } from "node:path";
import { freeFileName } from "../lib/free-file-name.ts";
import { suggestFileName } from "../lib/suggest-file-name.ts";
import type { Fault } from "./fault.ts";
import { photoFault } from "./photo-fault.ts";
import { photoFolder } from "./photo-folder.ts";
import { recordPath } from "./record-path.ts";

/**
 * What is wrong with the name of the photograph at `path`, with the name to use: undefined for
 * lower-case ASCII letters, digits and hyphens, which every disk and every server takes as they are.
 */
export function photoNameFault(
  path: string,
  isTaken: (path: string) => boolean,
): Fault | undefined {
  const steps = path.slice(photoFolder.length + 1).split("/");
  const names = steps.map(suggestFileName);
  if (names.every((name, index) => name === steps[index])) return undefined;
  if (names.includes(undefined)) {
    const advice =
      "give the photograph and its record a short English name, such as `huangpu-river.jpg`";
    return photoFault("photo-name", { path, advice });
  }
  const better = freeFileName(`${photoFolder}/${names.join("/")}`, isTaken);
  return (place) => {
    const written = posix.relative(posix.dirname(place.path), better);
    const advice = `rename it to \`${better}\`, and its record to \`${recordPath(better)}\`, and write \`${written}\``;
    return photoFault("photo-name", { path, advice })(place);
  };
}
