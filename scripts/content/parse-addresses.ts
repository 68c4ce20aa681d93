import { parseYaml } from "../lib/parse-yaml.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { Place } from "../lib/text-position.ts";
import { addressRules } from "./address-rules.ts";
import { addressesPath } from "./addresses-path.ts";

/** An address that was published once, and where the list names it. */
export interface PublishedAddress extends Place {
  address: string;
}

export interface ParsedAddresses {
  addresses: PublishedAddress[];
  problems: Problem[];
}

/**
 * Reads the list of published addresses: JSON, and with it the commas that a merge leaves over.
 *
 * @param text of the file, if there is one
 */
export function parseAddresses(text: string | undefined): ParsedAddresses {
  const top = { path: addressesPath, line: 1, column: 1 };
  if (text === undefined) {
    return { addresses: [], problems: [problemOf(addressRules, "addresses-missing", top, {})] };
  }
  // Every JSON text is YAML, whose reader tells where things stand.
  const yaml = parseYaml({ path: addressesPath, text, firstLine: 1 });
  const [fault] = yaml.problems;
  if (fault !== undefined || !Array.isArray(yaml.data)) {
    const { line = 1, column = 1 } = fault ?? {};
    const place = { ...top, line, column };
    return { addresses: [], problems: [problemOf(addressRules, "addresses-malformed", place, {})] };
  }
  const addresses: PublishedAddress[] = [];
  const problems: Problem[] = [];
  for (const [index, address] of yaml.data.entries()) {
    const found = yaml.find([index]);
    const { line = 1, column = 1 } = found?.value ?? {};
    const place = { ...top, line, column };
    if (isAddress(address)) addresses.push({ address, ...place });
    else {
      const values = { found: found?.text ?? found?.written ?? "" };
      problems.push(problemOf(addressRules, "addresses-form", place, values));
    }
  }
  return { addresses, problems };
}

/** As file names make them: see `address-of.ts`. */
function isAddress(address: unknown): address is string {
  return typeof address === "string" && /^\/(?:[a-z0-9-]+\/)*$/.test(address);
}
