// The entry of a worker thread.
import "../../typescript.mjs";
import { serialize } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";

const { cutFonts } = await import("./fonts.ts");
parentPort?.postMessage(serialize(await cutFonts(workerData)));
