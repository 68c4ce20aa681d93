import { availableParallelism } from "node:os";
import { runBounded } from "../lib/files.ts";
import { type Listing, listFolder } from "../lib/listing.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import { type Place, type Problem, sortProblems } from "../problems/problem.ts";
import type { UnsavedTexts } from "../problems/text.ts";
import { type FreePath, freePaths, photoFolder, photoNameFault, recordPath } from "./names.ts";
import { inspectOriginal, type Original, openMeasures, type Photograph } from "./original.ts";
import { cropRegion } from "./picture.ts";
import { type PhotoRecord, readRecord } from "./record.ts";
import { photoFault } from "./rules.ts";
import { slotNamed } from "./slots.ts";
import { alternativeText, type PhotoUse, resolvePhoto } from "./use.ts";

interface PhotoCheck {
  /** Everything that is wrong with the photographs in use and with any record, by place. */
  problems: Problem[];
  /** Warnings of originals and records that none of the uses needs. */
  unused: Problem[];
  /** The sound photographs in use, by path from the root (see `photoPath`). */
  photographs: Map<string, Photograph>;
}

/**
 * Checks every photograph that the content uses, all in one run. An original is inspected once, however
 * often it is shown; what is wrong with the file itself is said once, at its first use.
 * `root` is the project's folder, `cache` is `.cache/photos`, both absolute. Throws on a failing disk.
 */
export async function checkPhotographs(
  uses: readonly PhotoUse[],
  root: string,
  cache: string,
  unsaved?: UnsavedTexts,
): Promise<PhotoCheck> {
  const listing = await listFolder(root, photoFolder);
  const freePath = freePaths(listing.keys());
  const problems: Problem[] = [];
  const usesOf = new Map<string, [PhotoUse, ...PhotoUse[]]>();
  for (const use of [...uses].sort(byPlace)) {
    const { path, fault } = resolvePhoto(use.source, use.written, listing, freePath);
    if (fault !== undefined) problems.push(fault(placeOf(use)));
    else {
      const others = usesOf.get(path);
      if (others === undefined) usesOf.set(path, [use]);
      else others.push(use);
    }
  }
  const photographs = new Map<string, Photograph>();
  const originals = originalsByRecord(listing);
  const folder: PhotoFolder = { root, listing, freePath, originals, unsaved };
  const measures = await openMeasures(cache);
  const inspect = (path: string) => inspectOriginal(root, path, measures);
  const inspections = await runBounded(availableParallelism(), [...usesOf.keys()], inspect);
  for (const [index, [path, usesHere]] of [...usesOf].entries()) {
    let inspection = inspections[index];
    // libvips keeps one text for the errors of all threads: what is wrong is asked again, one after the other.
    if (inspection?.original === undefined) inspection = await inspect(path);
    const { problems: found, photograph } = checkPhotograph(path, usesHere, inspection, folder);
    problems.push(...found);
    if (photograph !== undefined) photographs.set(photograph.original.path, photograph);
  }
  // A record that no page needs yet is read all the same, for whoever is just adding it.
  const needed = new Set([...usesOf.keys()].map(recordPath));
  const waiting = [...folder.originals.keys()].filter(
    (record) => !needed.has(record) && listing.get(record) === "file",
  );
  problems.push(...waiting.flatMap((path) => readRecord(root, path, unsaved).problems ?? []));
  const unused = sortProblems(unusedPhotos(folder, usesOf));
  return { problems: sortProblems(problems), unused, photographs };
}

interface PhotoFolder {
  root: string;
  listing: Listing;
  freePath: FreePath;
  originals: ReturnType<typeof originalsByRecord>;
  unsaved: UnsavedTexts | undefined;
}

function checkPhotograph(
  path: string,
  uses: readonly [PhotoUse, ...PhotoUse[]],
  { original, fault }: Awaited<ReturnType<typeof inspectOriginal>>,
  { root, listing, freePath, originals, unsaved }: PhotoFolder,
): { problems: Problem[]; photograph?: Photograph } {
  const problems: Problem[] = [];
  const first = placeOf(uses[0]);
  const misnamed = photoNameFault(path, freePath);
  if (misnamed !== undefined) problems.push(misnamed(first));
  if (fault !== undefined) problems.push(fault(first));

  const beside = recordPath(path);
  const other = originals.get(beside)?.find((one) => one !== path);
  if (other !== undefined) {
    problems.push(photoFault("record-shared", { path, other, record: beside })(first));
  }
  if (listing.get(beside) !== "file") {
    problems.push(photoFault("photo-no-record", { path, record: beside })(first));
    return { problems };
  }
  const { record, problems: inRecord } = readRecord(root, beside, unsaved);
  if (record === undefined) return { problems: [...problems, ...inRecord] };
  for (const use of uses) {
    if (alternativeText(use.alt, record, use.language) === "") {
      const language = use.language === "en" ? "English" : "Chinese";
      const values = { path, language, key: use.language, record: beside };
      problems.push(photoFault("photo-no-alt", values)(placeOf(use)));
    }
  }
  if (original === undefined) return { problems };
  const lead = uses.find(({ isLead }) => isLead);
  // The slimmest shape that `slots.ts` holds to the window's height.
  if (lead !== undefined && original.height > 4 * original.width) {
    problems.push(photoFault("photo-lead-high", { path })(placeOf(lead)));
  }
  problems.push(...tooSmall(original, record, uses));
  return { problems, photograph: { original, record } };
}

/** A warning at the use for which an original is most too small, by more than the eye sees. */
function tooSmall(
  original: Original,
  { focus }: PhotoRecord,
  uses: readonly PhotoUse[],
): Problem[] {
  const [worst] = uses
    .map((use) => {
      const { ratio, fit } = slotNamed(use.slot);
      const region = cropRegion(original, focus, ratio);
      const { widest } = fit(region);
      return { use, width: region.width, widest, lack: widest / region.width };
    })
    .sort((one, other) => other.lack - one.lack);
  if (worst === undefined || worst.lack < 1.05) return [];
  const { width, widest, lack } = worst;
  // Of its own width a crop takes always the same part.
  const best = Math.ceil(2 * lack * original.width);
  const values = { path: original.path, width, widest, best };
  return [photoFault("photo-small", values)(placeOf(worst.use))];
}

function placeOf({ source: path, line, column }: PhotoUse): Place {
  return { path, line, column };
}

function byPlace(a: PhotoUse, b: PhotoUse): number {
  return compareCodeUnits(a.source, b.source) || a.line - b.line || a.column - b.column;
}

/** Warnings for photographs that no page shows and for records that describe none. */
function unusedPhotos(
  { listing, originals }: PhotoFolder,
  used: ReadonlyMap<string, unknown>,
): Problem[] {
  const top = (path: string) => ({ path, line: 1, column: 1 });
  const unused = [...originals.values()].flat().filter((path) => !used.has(path));
  const alone = [...listing].filter(
    ([path, kind]) => kind === "file" && path.endsWith(".yaml") && !originals.has(path),
  );
  return [
    ...unused.map((path) => photoFault("photo-unused", {})(top(path))),
    ...alone.map(([path]) => photoFault("record-unused", {})(top(path))),
  ];
}

/**
 * Of what `assets/photos/` holds, the originals: all files but records and notes. By the path of the
 * record that describes them, whether it is there or not; only one original may have it.
 */
function originalsByRecord(listing: Listing): ReadonlyMap<string, readonly string[]> {
  const originals = new Map<string, string[]>();
  for (const [path, kind] of listing) {
    if (kind !== "file" || /\.(yaml|md)$/i.test(path)) continue;
    const record = recordPath(path);
    originals.set(record, [...(originals.get(record) ?? []), path]);
  }
  return originals;
}
