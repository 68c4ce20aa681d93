import lighthouse from "lighthouse";
import { type Audit, readAudit } from "./read-audit.ts";

/**
 * Lighthouse's judgement of a page with its defaults: a middling telephone on a simulated slow 4G.
 *
 * A busy machine can only lower the performance score, never raise it: a page below 100 is
 * measured again, and the best of at most three runs stands.
 *
 * @param port of a browser from `startDebuggableBrowser`, in which nothing else is going on
 */
export async function auditPage(url: string, port: number): Promise<Audit> {
  let best = await auditOnce(url, port);
  for (let run = 2; run <= 3 && best.scores.performance < 100; run++) {
    const again = await auditOnce(url, port);
    if (again.scores.performance > best.scores.performance) best = again;
  }
  return best;
}

async function auditOnce(url: string, port: number): Promise<Audit> {
  const result = await lighthouse(url, { port, logLevel: "error", output: "json" });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  return readAudit(result.lhr);
}
