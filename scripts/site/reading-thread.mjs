// The entry of a thread that reads content files.
import "../typescript.mjs";
import { workerData } from "node:worker_threads";

const { answerBatches } = await import("../lib/threads.ts");
const { readContentFile } = await import("./reading.ts");

await answerBatches(async (files) => files.map((file) => readContentFile(workerData, file)));
