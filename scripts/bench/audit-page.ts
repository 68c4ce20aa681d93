import lighthouse from "lighthouse";
import { type Audit, readAudit } from "./read-audit.ts";

/**
 * Lighthouse's judgement of a page with its defaults: a middling telephone on a simulated slow 4G.
 *
 * A busy machine can only make a page look slower than it is: one below 100, or painted later than
 * `paintGoal`, is measured again, and the best of at most three runs stands.
 *
 * @param port of a browser from `startDebuggableBrowser`, in which nothing else is going on
 */
export async function auditPage(url: string, port: number): Promise<Audit> {
  let best = await auditOnce(url, port);
  for (let run = 2; run <= 3 && !isFast(best); run++) {
    const again = await auditOnce(url, port);
    const gain = again.scores.performance - best.scores.performance;
    if (gain > 0 || (gain === 0 && again.largestPaint < best.largestPaint)) best = again;
  }
  return best;
}

/** Largest contentful paint that Welcome is to keep, in ms. */
const paintGoal = 1000;

function isFast({ scores, largestPaint }: Audit): boolean {
  return scores.performance === 100 && largestPaint <= paintGoal;
}

async function auditOnce(url: string, port: number): Promise<Audit> {
  const result = await lighthouse(url, { port, logLevel: "error", output: "json" });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  return readAudit(result.lhr);
}
