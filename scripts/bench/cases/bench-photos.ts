import path from "node:path";
import { eleventyImgName, setUpEleventyImg } from "../peers/eleventy-img.ts";
import { removeAll } from "../peers/remove-all.ts";
import { writePhotographs } from "../photos/write-photographs.ts";
import { type Bench, type BenchGroup, thisProject } from "./bench.ts";
import { benchBytes } from "./bench-bytes.ts";
import type { Competitor } from "./bench-case.ts";
import type { BenchRow } from "./bench-row.ts";

const programs = path.join(import.meta.dirname, "../photos/programs");

/** Photographs of 12 megapixels, in a quick run two of 2, through our pipeline, eleventy-img and a bare loop over sharp. */
export const benchPhotos: BenchGroup = async (bench) => {
  const { root, scratch, quick, say } = bench;
  const [few, many, width] = quick ? [2, 2, 1600] : [12, 48, 4000];
  const peer = path.join(scratch, "peers/eleventy-img");
  await setUpEleventyImg({ root, folder: peer, say });
  const folder = path.join(scratch, "photographs");
  const originals = path.join(folder, "assets/photos");
  say(`Painting ${few} photographs.`);
  await writePhotographs(originals, { first: 1, last: few }, width);
  const ours = (what: string): Competitor => ({
    name: thisProject,
    command: {
      file: process.execPath,
      args: ["--import", "tsx", path.join(programs, "our-pipeline.ts"), folder, what],
      cwd: root,
    },
    fault: async () => undefined,
  });
  const cold = () => removeAll(folder, "out", ".cache/photos/renditions", ".cache/photos/measures");
  const make: Competitor = { ...ours("make"), prepare: cold };
  const search = { id: "photos-search", title: `${few} photographs, search for qualities` };
  const rows = await bench.compare({ ...search, competitors: [ours("find")], turns: 1 });
  const title = `${many} photographs`;
  if (!quick) {
    const small = { id: "photos-few", title: `${few} photographs, cold`, competitors: [make] };
    rows.push(...(await bench.compare({ ...small, turns: 1 })));
    rows.push(...(await benchBytes(bench, originals, peer)));
    say(`${title}: ${many - few} more, and the search for their qualities.`);
    await writePhotographs(originals, { first: few + 1, last: many }, width);
    await bench.run(ours("find"));
  }
  rows.push(...(await compareEncoders(bench, title, make, { folder, peer })));
  return rows;
};

/** Cold and warm; what is found out about the photographs is there already, and timed by itself. */
async function compareEncoders(
  { root, compare, quick }: Bench,
  title: string,
  make: Competitor,
  { folder, peer }: { folder: string; peer: string },
): Promise<BenchRow[]> {
  const job = path.join(folder, "job.json");
  const other = (name: string, program: string, cwd: string): Competitor => ({
    name,
    command: { file: process.execPath, args: [program, job], cwd },
    prepare: () => removeAll(folder, "others"),
    fault: async () => undefined,
  });
  const eleventyImg = other(eleventyImgName, path.join(peer, "encode.mjs"), peer);
  const loop = other("bare sharp loop", path.join(programs, "sharp-loop.mjs"), root);
  const rows = await compare({
    id: "photos-cold",
    title: `${title}, cold`,
    competitors: [make, loop, eleventyImg],
    turns: 1,
  });
  // What eleventy-img made last stands there still: its cache is its output.
  const again = ({ prepare: _, ...competitor }: Competitor): Competitor => competitor;
  const warm = { id: "photos-warm", title: `${title}, warm`, turns: quick ? 1 : 3 };
  rows.push(...(await compare({ ...warm, competitors: [again(make), again(eleventyImg)] })));
  return rows;
}
