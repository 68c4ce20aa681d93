// The entry of a thread that makes pages.
import "../typescript.mjs";
import { workerData } from "node:worker_threads";

const { answerBatches } = await import("../lib/threads.ts");
const { pageMaker } = await import("./render.ts");

await answerBatches(pageMaker(workerData), (made) =>
  "files" in made ? made.files.map(({ bytes }) => bytes.buffer) : [],
);
