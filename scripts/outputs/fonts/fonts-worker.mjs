// The entry of a worker thread, see scripts/html/finish-worker.mjs.
import { serialize } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { makeFonts } = await import("./fonts.ts");
parentPort?.postMessage(serialize(await makeFonts(workerData)));
