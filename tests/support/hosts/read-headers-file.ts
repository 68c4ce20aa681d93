import { parseAllHeaders } from "@netlify/headers-parser";
import { cloudflarePattern } from "./cloudflare-pattern.ts";
import type { HostRule } from "./rule-faults.ts";

/**
 * A `_headers` file by Netlify's own parser, its patterns as Netlify and as Cloudflare Pages
 * understand them. Throws at what the parser does not take.
 */
export async function readHeadersFile(file: string): Promise<Record<string, HostRule[]>> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [file],
    configHeaders: undefined,
    minimal: false,
  });
  if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join("\n"));
  return {
    Netlify: headers.flatMap((rule) =>
      "forRegExp" in rule ? [{ matches: rule.forRegExp, values: flat(rule.values) }] : [],
    ),
    "Cloudflare Pages": headers.map((rule) => ({
      matches: cloudflarePattern(rule.for),
      values: flat(rule.values),
    })),
  };
}

/** The parser splits a value into several where they are told to be several. */
function flat(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
