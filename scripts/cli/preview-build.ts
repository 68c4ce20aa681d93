import { previewBuilds } from "../preview/builds.ts";
import { createProgress, explainFailure, root } from "./command.ts";
import { readSettings } from "./settings.ts";

// Started by `npm start`: builds at each message, answers how that ended, and ends with it.
process.on("disconnect", () => process.exit());
// On a terminal both get the signal, and the other is to end this one.
process.on("SIGINT", () => {});
process.on(
  "message",
  previewBuilds({
    root,
    // `npm start` has said where the build's date comes from.
    settings: () => readSettings(root, process.env, () => {}),
    explain: explainFailure,
    progress: createProgress(process.stderr),
    onOutcome: (outcome) => process.send?.(outcome),
  }),
);
