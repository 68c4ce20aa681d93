import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { PicturesResult, PlannedPicture } from "../photos/make.ts";
import type { SiteFile } from "./site-file.ts";
import { sweepFolder } from "./sweep-folder.ts";
import { writeFiles } from "./write-files.ts";
import type { WrittenFile, WrittenFiles } from "./written-files.ts";

/** What a folder is to hold. */
export interface FolderContents {
  /** By path with forward slashes. */
  files: ReadonlyMap<string, SiteFile>;
  pictures: readonly PlannedPicture[];
}

/** What a folder holds now. */
export interface SyncedFolder {
  /** By path, pictures among them. */
  files: ReadonlyMap<string, WrittenFile>;
  /** Pictures that were made anew. */
  made: number;
}

/**
 * Brings a folder to hold exactly what it is to hold. Only what has changed since it was written is
 * written, pictures before the pages that show them.
 *
 * @param written what is known of the files in it
 * @param putPictures puts the pictures that are not there yet
 */
export async function syncFolder(
  folder: string,
  { files, pictures }: FolderContents,
  written: WrittenFiles,
  putPictures: (missing: readonly PlannedPicture[]) => Promise<PicturesResult>,
): Promise<SyncedFolder> {
  await mkdir(folder, { recursive: true });
  const wanted = new Map([
    ...[...files].map(([file, { id }]) => [file, id] as const),
    ...pictures.map((picture) => [picture.path, picture.key] as const),
  ]);
  const kept = sweepFolder(folder, wanted, written);
  const put = await putPictures(pictures.filter((picture) => !kept.has(picture.path)));
  const missing = [...files].filter(([file]) => !kept.has(file));
  const hashes = [...put.hashes, ...(await writeFiles(folder, new Map(missing)))];
  const added = hashes.map(([file, sha256]) => {
    const id = wanted.get(file) ?? sha256;
    return [file, written.note(path.join(folder, file), { id, sha256 })] as const;
  });
  return { files: new Map([...kept, ...added]), made: put.made };
}
