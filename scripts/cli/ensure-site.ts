import plan from "../../eleventy.config.ts";
import { listAddresses } from "../browser/serve.ts";
import { printProblems } from "../problems/print.ts";
import { buildSite } from "../site/build-site.ts";
import type { Settings } from "../site/settings.ts";
import { liveSite } from "../site/site-folders.ts";
import { createProgress } from "./create-progress.ts";

/** The addresses of all pages in `_site/`, which is built first if it is not there. */
export async function ensureSite(settings: Settings): Promise<string[]> {
  const there = await listAddresses(liveSite(settings.root));
  if (there.length > 0) return there;
  console.log("There is no _site/ yet: building it.");
  const { warnings } = await buildSite(settings, plan, createProgress(process.stderr));
  printProblems(warnings);
  return listAddresses(liveSite(settings.root));
}
