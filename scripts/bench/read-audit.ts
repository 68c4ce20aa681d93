import type { Result } from "lighthouse";

/** What Lighthouse says of a page. */
export interface Audit {
  /** 0 to 100. */
  scores: { performance: number; accessibility: number; bestPractices: number; seo: number };
  /** Largest contentful paint, in ms. */
  largestPaint: number;
  /** Cumulative layout shift. */
  layoutShift: number;
  /** Total blocking time, in ms. */
  blocking: number;
  findings: Finding[];
}

/** An audit or insight that did not pass. */
export interface Finding {
  id: string;
  /** 0 to 1; undefined where the audit itself failed. */
  score: number | undefined;
  /** The sentence of Lighthouse, and what it measured. */
  text: string;
}

/** The part of Lighthouse's result that is read. */
export type LighthouseResult = Pick<Result, "categories" | "audits" | "requestedUrl"> &
  Partial<Pick<Result, "runtimeError">>;

/** Reads a result of Lighthouse. Throws where it could not load the page or lacks a figure. */
export function readAudit(result: LighthouseResult): Audit {
  if (result.runtimeError) {
    throw new Error(`Lighthouse and ${result.requestedUrl}: ${result.runtimeError.message}`);
  }
  const score = (category: string): number => {
    const written = result.categories[category]?.score;
    if (typeof written !== "number") throw new Error(`Lighthouse gave no score for ${category}`);
    return Math.round(written * 100);
  };
  const figure = (audit: string): number => {
    const written = result.audits[audit]?.numericValue;
    if (written === undefined) throw new Error(`Lighthouse gave no figure for ${audit}`);
    return written;
  };
  return {
    scores: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      bestPractices: score("best-practices"),
      seo: score("seo"),
    },
    largestPaint: figure("largest-contentful-paint"),
    layoutShift: figure("cumulative-layout-shift"),
    blocking: figure("total-blocking-time"),
    findings: Object.values(result.audits).flatMap(findingOf),
  };
}

/** Audits without a verdict (manual, informative, not applicable) have no score and are left out. */
function findingOf(audit: Result["audits"][string]): Finding[] {
  const { id, title, displayValue = "", explanation = "", errorMessage = "" } = audit;
  const failed = audit.scoreDisplayMode === "error";
  if (!failed && (audit.score === null || audit.score === 1)) return [];
  const text = [title, displayValue, explanation, errorMessage].filter(Boolean).join("; ");
  return [{ id, score: failed || audit.score === null ? undefined : audit.score, text }];
}
