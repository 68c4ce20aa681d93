import test from "node:test";
import { builtSite } from "../support/built-site.ts";
import { siteRules } from "./rules.ts";

for (const [name, rule] of Object.entries(siteRules)) test(name, () => rule(builtSite));
