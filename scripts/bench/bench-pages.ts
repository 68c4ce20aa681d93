import { launchBrowser, startDebuggableBrowser } from "../browser/browser.ts";
import { serveFolder } from "../browser/serve.ts";
import type { Progress } from "../site/progress.ts";
import { auditPage } from "./audit-page.ts";
import type { Audit } from "./read-audit.ts";
import { type PageWeight, weighPage } from "./weigh-page.ts";

/** A page, weighed and judged. */
export interface PageBench {
  /** From the site's root, without the prefix: `/about/`. */
  address: string;
  weight: PageWeight;
  audit: Audit;
}

/** What is measured. */
export interface PagesToBench {
  /** The built site. */
  folder: string;
  /** Where it is served: begins and ends with `/`. */
  prefix: string;
  addresses: readonly string[];
}

/** Weighs the pages of a built site and lets Lighthouse judge them, one after the other. */
export async function benchPages(
  { folder, prefix, addresses }: PagesToBench,
  progress: Progress,
): Promise<PageBench[]> {
  const server = await serveFolder(folder, prefix);
  const urlOf = (address: string): string => server.origin + prefix + address.slice(1);
  try {
    const weights = await weighAll(addresses, urlOf, progress);
    const audits = await auditAll(addresses, urlOf, progress);
    return addresses.flatMap((address) => {
      const weight = weights.get(address);
      const audit = audits.get(address);
      return weight && audit ? [{ address, weight, audit }] : [];
    });
  } finally {
    await server.close();
  }
}

async function weighAll(
  addresses: readonly string[],
  urlOf: (address: string) => string,
  progress: Progress,
): Promise<Map<string, PageWeight>> {
  const browser = await launchBrowser();
  const weights = new Map<string, PageWeight>();
  try {
    for (const address of addresses) {
      weights.set(address, await weighPage(browser, urlOf(address)));
      progress("Weighing", weights.size, addresses.length);
    }
    return weights;
  } finally {
    await browser.close();
  }
}

async function auditAll(
  addresses: readonly string[],
  urlOf: (address: string) => string,
  progress: Progress,
): Promise<Map<string, Audit>> {
  // The telephone of Lighthouse's defaults has this scale. Its insight about pictures reads the
  // scale of the machine in its stead, and would call pictures for such a telephone too large:
  // https://crbug.com/427552461.
  const browser = await startDebuggableBrowser("--force-device-scale-factor=1.75");
  const audits = new Map<string, Audit>();
  try {
    for (const address of addresses) {
      audits.set(address, await auditPage(urlOf(address), browser.port));
      progress("Lighthouse", audits.size, addresses.length);
    }
    return audits;
  } finally {
    browser.kill();
  }
}
