// The entry of a worker thread.
import "../typescript.mjs";

const { finishPages } = await import("./finish.ts");

export default finishPages;
