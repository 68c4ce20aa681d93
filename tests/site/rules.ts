import { assertNoFaults, type Site, type SiteRules } from "../support/site.ts";
import { hostFileRules } from "./host-files.ts";
import { machineFileRules } from "./machine-files.ts";
import { pageRules } from "./pages.ts";
import { pictureRules } from "./pictures.ts";

const rules: SiteRules = { ...pageRules, ...pictureRules, ...machineFileRules, ...hostFileRules };

/** All that every built site keeps, whatever editors write, by name; each fails by an assertion. */
export const siteRules = Object.fromEntries(
  Object.entries(rules).map(([name, rule]) => [
    name,
    async (site: Site) => assertNoFaults((await rule(site)) ?? []),
  ]),
);
