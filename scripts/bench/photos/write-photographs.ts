import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { runBounded } from "../../lib/files.ts";

const program = path.join(import.meta.dirname, "programs/paint-photographs.ts");

/** Paints photographs into a folder, in as many processes as there are processors; see `generatePhotograph`. */
export async function writePhotographs(
  folder: string,
  { first, last }: { first: number; last: number },
  width: number,
): Promise<void> {
  const processors = availableParallelism();
  const share = Math.ceil((last - first + 1) / processors);
  const parts = Array.from({ length: processors }, (_, at) => {
    const from = first + at * share;
    return [from, Math.min(last, from + share - 1)] as const;
  });
  await runBounded(processors, parts, ([from, to]) =>
    promisify(execFile)(process.execPath, [
      ...["--import", import.meta.resolve("tsx"), program],
      ...[folder, String(from), String(to), String(width)],
    ]),
  );
}
