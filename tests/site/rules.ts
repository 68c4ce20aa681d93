import type { SiteRules } from "../support/site.ts";
import { hostFileRules } from "./host-files.ts";
import { machineFileRules } from "./machine-files.ts";
import { pageRules } from "./pages.ts";
import { pictureRules } from "./pictures.ts";

/** All that every built site keeps, whatever editors write. */
export const siteRules: SiteRules = {
  ...pageRules,
  ...pictureRules,
  ...machineFileRules,
  ...hostFileRules,
};
