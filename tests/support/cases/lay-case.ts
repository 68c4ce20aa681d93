import { execFileSync } from "node:child_process";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CaseFile } from "./parse-case.ts";

/** Writes the files of a case into the project at `root`, over what is there. */
export async function layCase(files: readonly CaseFile[], root: string): Promise<void> {
  for (const file of files) {
    const name = fromEscapes(file.path);
    const target = Buffer.concat([Buffer.from(`${root}/`), name]);
    const folder = path.posix.dirname(target.toString("latin1"));
    await rm(target, { recursive: true, force: true });
    if (file.form === "missing") continue;
    await mkdir(file.path.endsWith("/") ? target : Buffer.from(folder, "latin1"), {
      recursive: true,
    });
    if (file.form === "link") await symlink(file.text.trimEnd(), target);
    else if (file.form === "pipe") execFileSync("mkfifo", [path.join(root, file.path)]);
    else if (!file.path.endsWith("/")) await writeFile(target, bytesOf(file));
  }
}

function bytesOf({ form, text, path: name }: CaseFile): Buffer {
  const times = /^(\d+) times$/.exec(form)?.[1];
  if (times !== undefined) return Buffer.from(text.repeat(Number(times)));
  if (form === "base64") return Buffer.from(text, "base64");
  if (form === "escaped") return fromEscapes(text.replace(/\n$/, ""));
  if (form !== "") throw new Error(`${name}: nothing is known of “${form}”`);
  return Buffer.from(text);
}

/** `\xFF` is a byte, `\n` and `\r` are line ends; a line that ends with `\` goes on in the next. */
function fromEscapes(text: string): Buffer {
  const parts = text.replaceAll("\\\n", "").split(/(\\x[0-9a-fA-F]{2}|\\[nr])/);
  return Buffer.concat(
    parts.map((part) => {
      if (part.startsWith("\\x")) return Buffer.from([Number.parseInt(part.slice(2), 16)]);
      return Buffer.from(part === "\\n" ? "\n" : part === "\\r" ? "\r" : part);
    }),
  );
}
