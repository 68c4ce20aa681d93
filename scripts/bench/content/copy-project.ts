import { cp, symlink } from "node:fs/promises";
import path from "node:path";

/** What is no part of the project, or is made by it; of `node_modules/`, there is a link instead. */
const leftOut = /^(?:\.git|\.cache|node_modules|_site.*)$/;

/** Copies the project at `root` into a new folder, without what its commands have made. */
export async function copyProject(root: string, folder: string): Promise<void> {
  await cp(root, folder, {
    recursive: true,
    filter: (file) => path.dirname(file) !== root || !leftOut.test(path.basename(file)),
  });
  await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
}
