import lighthouse, { type Result } from "lighthouse";
import { launchBrowser, startDebuggableBrowser } from "../browser/browser.ts";
import { serveFolder } from "../browser/serve.ts";
import type { Progress } from "../site/site-file.ts";
import { atEnd, formatTable } from "./bench.ts";
import { budgets, overBudget, sumBytes, weighPage } from "./weigh.ts";

/** A page, weighed and judged. */
export interface PageBench {
  /** From the site's root, without the prefix: `/about/`. */
  address: string;
  weight: Awaited<ReturnType<typeof weighPage>>;
  audit: Audit;
}

/**
 * Weighs the pages of a built site and lets Lighthouse judge them, one after the other.
 *
 * @param site the built site's folder, the prefix it is served below, and addresses of pages without it
 */
export async function benchPages(
  site: { folder: string; prefix: string; addresses: readonly string[] },
  progress: Progress,
): Promise<PageBench[]> {
  const server = await serveFolder(site.folder, site.prefix);
  try {
    await using scales = await launchBrowser();
    // The telephone of Lighthouse's defaults has this scale. Its insight about pictures reads the
    // scale of the machine in its stead, and would call pictures for such a telephone too large:
    // https://crbug.com/427552461.
    const judged = await startDebuggableBrowser("--force-device-scale-factor=1.75");
    using _ = atEnd(() => judged.kill());
    const pages: PageBench[] = [];
    for (const address of site.addresses) {
      const url = server.origin + site.prefix + address.slice(1);
      const weight = await weighPage(scales, url);
      pages.push({ address, weight, audit: await auditPage(url, judged.port) });
      progress("Pages", pages.length, site.addresses.length);
    }
    return pages;
  } finally {
    await server.close();
  }
}

/** Largest contentful paint that Welcome is to keep, in ms. */
const paintGoal = 1000;

/**
 * Lighthouse's judgement of a page with its defaults: a middling telephone on a simulated slow 4G.
 *
 * A busy machine can only make a page look slower than it is: one below 100, or painted later than
 * `paintGoal`, is measured again, and the best of at most three runs stands.
 *
 * @param port of a browser from `startDebuggableBrowser`, in which nothing else is going on
 */
async function auditPage(url: string, port: number): Promise<Audit> {
  const runs: Audit[] = [];
  for (let isFast = false; runs.length < 3 && !isFast; ) {
    const result = await lighthouse(url, { port, logLevel: "error", output: "json" });
    if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
    const audit = readAudit(result.lhr);
    runs.push(audit);
    isFast = audit.scores.performance === 100 && audit.largestPaint <= paintGoal;
  }
  return runs.reduce((best, audit) => {
    const gain = audit.scores.performance - best.scores.performance;
    return gain > 0 || (gain === 0 && audit.largestPaint < best.largestPaint) ? audit : best;
  });
}

/** What Lighthouse says of a page. */
interface Audit {
  /** 0 to 100. */
  scores: { performance: number; accessibility: number; bestPractices: number; seo: number };
  /** Largest contentful paint, in ms. */
  largestPaint: number;
  /** Cumulative layout shift. */
  layoutShift: number;
  /** Total blocking time, in ms. */
  blocking: number;
  /** The audits and insights that did not pass, a line each. */
  findings: string[];
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
function findingOf(audit: Result["audits"][string]): string[] {
  const { id, score, title, displayValue = "", explanation = "", errorMessage = "" } = audit;
  const failed = audit.scoreDisplayMode === "error";
  if (!failed && (score === null || score === 1)) return [];
  const text = [title, displayValue, explanation, errorMessage].filter(Boolean).join("; ");
  return [`\`${id}\` ${failed ? "failed to run" : score?.toFixed(2)}: ${text}`];
}

const headings =
  "Page,HTML+CSS,Fonts,Pictures,All,Req.,Whole,Req.,Lighthouse,LCP s,CLS,TBT ms".split(",");

/** The bench of the pages as Markdown: a table, what it means, and what is amiss. */
export function reportPages(pages: readonly PageBench[]): string {
  const over = pages.flatMap(({ address, weight }) =>
    overBudget(weight).map((fault) => `- \`${address}\` ${fault}`),
  );
  return [
    "# Pages",
    formatTable([headings, ...pages.map(rowOf)], 1),
    [
      "Bytes of the bodies as sent, text in Brotli (quality 11), at 390 × 844 px and DPR 2 with an empty cache:",
      "“All” without scrolling, “Whole” after scrolling through.",
      "Lighthouse: performance, accessibility, best practices, SEO; LCP, CLS and TBT on its simulated slow 4G.",
      `Budgets: HTML and CSS ${figure(budgets.markup)}, fonts ${figure(budgets.fonts)}, whole page ${figure(budgets.whole)}.`,
    ].join("\n"),
    "## Over budget",
    over.length > 0 ? over.join("\n") : "None.",
    "## What Lighthouse does not pass",
    listFindings(pages) || "Nothing.",
    "",
  ].join("\n\n");
}

function rowOf({ address, weight: { firstView, whole }, audit }: PageBench): string[] {
  const { performance, accessibility, bestPractices, seo } = audit.scores;
  const figures = [
    sumBytes(firstView, "document", "stylesheet"),
    sumBytes(firstView, "font"),
    sumBytes(firstView, "image"),
    ...[sumBytes(firstView), firstView.length],
    ...[sumBytes(whole), whole.length],
  ];
  return [
    address,
    ...figures.map(figure),
    [performance, accessibility, bestPractices, seo].join(" "),
    (audit.largestPaint / 1000).toFixed(2),
    audit.layoutShift.toFixed(3),
    audit.blocking.toFixed(0),
  ];
}

/** Each finding once, with the pages that have it. */
function listFindings(pages: readonly PageBench[]): string {
  const found = new Map<string, string[]>();
  for (const { address, audit } of pages) {
    for (const finding of audit.findings) {
      found.set(finding, [...(found.get(finding) ?? []), `\`${address}\``]);
    }
  }
  return [...found].map(([finding, where]) => `- ${finding} (${where.join(", ")})`).join("\n");
}

function figure(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
