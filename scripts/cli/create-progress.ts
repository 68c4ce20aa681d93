import type { WriteStream } from "node:tty";
import type { Progress } from "../site/progress.ts";

const barWidth = 24;
/** In CI a line for every tenth of the work is enough to see that it moves. */
const plainSteps = 10;

/** A bar that redraws itself on a terminal; elsewhere plain lines, which CI keeps in its log. */
export function createProgress(stream: WriteStream): Progress {
  let lastStep = -1;
  return (label, done, total) => {
    if (total === 0) return;
    if (stream.isTTY) {
      const filled = Math.round((done / total) * barWidth);
      const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
      stream.write(`\r\u001b[K${label} ${bar} ${done}/${total}${done === total ? "\n" : ""}`);
      return;
    }
    const step = Math.floor((done / total) * plainSteps);
    if (step !== lastStep) stream.write(`${label} ${done}/${total}\n`);
    lastStep = step;
  };
}
