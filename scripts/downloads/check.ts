import { readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { downloadAddress, downloadFolder } from "../lib/addresses.ts";
import { sha256 } from "../lib/files.ts";
import { type Listing, listFolder } from "../lib/listing.ts";
import type { Log } from "../lib/log.ts";
import { stampOf } from "../lib/stamps.ts";
import { type Place, type Problem, sortProblems } from "../problems/problem.ts";
import { foldedPath, freeFileName, nearestName, suggestFileName } from "../problems/suggest.ts";
import { isOffered, judgeFile } from "./kinds.ts";
import { downloadFault } from "./rules.ts";

/** A link of a content file to a file for downloading. */
export interface DownloadUse extends Place {
  /** As it is written. */
  href: string;
  /** Where it leads, from the site's root: `/downloads/programme.pdf`. */
  address: string;
  /** Its words. */
  text: string;
  hasImage: boolean;
}

/** A sound file for downloading. */
export interface Download {
  /** From the project's root. */
  path: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** Published once, so that it stays even where no page links to it any more. */
  noted: boolean;
}

/** What a look at a file has told; plain data, which is kept. */
export interface DownloadLook extends Pick<Download, "size" | "sha256"> {
  /** See `stampOf`. */
  stamp: string | undefined;
  problems: readonly Problem[];
}

interface DownloadCheck {
  /** Everything that is wrong with files in `assets/downloads/` and with links to them. */
  problems: Problem[];
  /** Warnings of files that no page links to. */
  unused: Problem[];
  /** The sound ones by address. */
  downloads: Map<string, Download>;
}

/**
 * Checks every file in `assets/downloads/` but notes (`.md`), and every link to one.
 *
 * @param root the project's folder, absolute
 * @param noted the addresses of files that were published, and where the list of them says so
 * @param looks what earlier runs have seen
 */
export async function checkDownloads(
  root: string,
  uses: readonly DownloadUse[],
  noted: readonly (Place & { address: string })[],
  looks: Log<DownloadLook>,
): Promise<DownloadCheck> {
  const listing = await listFolder(root, downloadFolder);
  const paths = new Map<string, string>();
  for (const [path, kind] of listing) {
    if (kind !== "folder" && !/\.md$/i.test(path)) paths.set(downloadAddress(path), path);
  }
  const known = new Set(noted.map(({ address }) => address));
  const used = new Set(uses.map(({ address }) => address));
  const problems = uses.flatMap((use) => checkUse(use, paths));
  const unused: Problem[] = [];
  const downloads = new Map<string, Download>();
  for (const [address, path] of paths) {
    const top = { path, line: 1, column: 1 };
    const misplaced = checkPath(path, listing);
    const look = misplaced ? undefined : lookAt(root, path, looks);
    problems.push(...(misplaced ? [misplaced(top)] : (look?.problems ?? [])));
    if (look?.problems.length !== 0) continue;
    const { size, sha256 } = look;
    downloads.set(address, { path, size, sha256, noted: known.has(address) });
    if (used.has(address) || known.has(address)) continue;
    unused.push(downloadFault("download-unused", { written: `../../../${path}` })(top));
  }
  for (const { address, ...place } of noted) {
    if (paths.has(address)) continue;
    problems.push(downloadFault("download-lost", { address, path: `assets${address}` })(place));
  }
  await looks.save();
  return { problems: sortProblems(problems), unused, downloads };
}

/** What is wrong with a link, the gravest thing first. */
function checkUse(use: DownloadUse, paths: ReadonlyMap<string, string>): Problem[] {
  const { path: source, href, address, text, hasImage } = use;
  if (!paths.has(address)) {
    const name = posix.basename(address);
    const names = new Map([...paths].map(([to, path]) => [posix.basename(path), { to, path }]));
    const meant = names.get(nearestName(name, names.keys()) ?? "");
    if (meant === undefined) return [missing(use, name)];
    const nearest = href.startsWith("/")
      ? meant.to
      : posix.relative(posix.dirname(source), meant.path);
    return [downloadFault("download-misspelt", { href, nearest })(use)];
  }
  if (hasImage) return [downloadFault("download-picture", { href })(use)];
  const [said] = saidByHand.exec(text) ?? [];
  if (said === undefined) return [];
  const better = text.slice(0, -said.length);
  return [downloadFault("download-said", { said: said.trim(), better, href })(use)];
}

function missing(use: DownloadUse, name: string): Problem {
  const values = {
    href: use.href,
    name: suggestFileName(name) ?? `document${posix.extname(name)}`,
  };
  return downloadFault("download-missing", values)(use);
}

/** `(PDF, 1.2 MB)` at the end of a link's words. */
const saidByHand =
  /(?<=\S)\s*[(（][^()（）]*?(?:\b(?:PDF|CSV|ODT|DOCX|ICS|GPX)|\d\s?[kM]B)\b[^()（）]*[)）]\s*$/i;

/** What is wrong with where a file stands and what it is called. */
function checkPath(path: string, listing: Listing) {
  if (listing.get(path) !== "file") return downloadFault("download-no-file", {});
  if (!isOffered(path)) {
    const ending = posix.extname(path);
    const [, advice = "save it as PDF, CSV, ODT, DOCX, ICS or GPX"] =
      otherEndings.find(([endings]) => endings.test(ending)) ?? [];
    return downloadFault("download-ending", { ending, advice });
  }
  const steps = path.slice(downloadFolder.length + 1).split("/");
  if (steps.every((step) => suggestFileName(step) === step)) return undefined;
  const ending = posix.extname(path).toLowerCase();
  const better = steps.map((step, index) => {
    const isLast = index === steps.length - 1;
    return suggestFileName(step) ?? (isLast ? `document${ending}` : "files");
  });
  const taken = new Set([...listing.keys()].filter((other) => other !== path).map(foldedPath));
  const free = freeFileName([downloadFolder, ...better].join("/"), (one) => taken.has(one));
  return downloadFault("download-name", { better: free });
}

const otherEndings: readonly (readonly [RegExp, string])[] = [
  [/^\.(?:doc|dot|xls|ppt|pot)m$/i, "save it without macros, as DOCX or PDF"],
  [/^\.(?:xlsx?|ods|numbers)$/i, "save it as CSV, or as PDF"],
  [/^\.(?:docx?|rtf|pages|pptx?|odp|key|epub|html?|txt)$/i, "save it as PDF, ODT or DOCX"],
  [/^\.(?:jpe?g|png|webp|tiff?|avif|gif|heic)$/i, "put photographs into `assets/photos/`"],
  [/^\.(?:zip|7z|rar|gz)$/i, "unpack it, and offer the files in it one by one"],
];

/** In bytes. What telephones load is paid for by their owners. */
const maximumSize = 20_000_000;

/** From what was kept, where the file is as it was. */
function lookAt(root: string, path: string, looks: Log<DownloadLook>): DownloadLook {
  const file = join(root, path);
  // Before its bytes: what changes in between is read again.
  const stamp = stampOf(file);
  const kept = looks.get(path);
  if (stamp !== undefined && kept?.stamp === stamp) return kept;
  const { size } = statSync(file);
  const look = { stamp, size, ...judge(root, path, size) };
  looks.set(path, look);
  return look;
}

function judge(root: string, path: string, size: number) {
  const top = { path, line: 1, column: 1 };
  if (size > maximumSize) {
    const megabytes = (Math.ceil(size / 100_000) / 10).toFixed(1);
    const fault = downloadFault("download-too-large", { size: megabytes });
    return { sha256: "", problems: [fault(top)] };
  }
  const bytes = readFileSync(join(root, path));
  const found = judgeFile(path, bytes);
  return { sha256: sha256(bytes), problems: found ? [found.fault({ ...top, ...found })] : [] };
}

/**
 * The bytes of a file that was checked when the build began.
 *
 * @param root the project's folder, absolute
 * @throws Error where it is another one now
 */
export function readDownload(root: string, { path, sha256: checked }: Download): Buffer {
  const bytes = readFileSync(join(root, path));
  if (sha256(bytes) === checked) return bytes;
  throw new Error(`${path} changed while the site was being built; build again`);
}
