// The entry of a worker thread. In JavaScript, because a worker does not inherit the loader for TypeScript;
// in a bundle, which needs none, `register` does nothing: scripts/run/bundle-code.mjs.
import { register } from "tsx/esm/api";

register();
const { finishPages } = await import("./finish-pages.ts");

export default finishPages;
