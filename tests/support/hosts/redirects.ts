import { mock } from "node:test";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { generateRedirectsEvaluator } from "redirects-in-workers";

/** A line of `_redirects`. */
interface HostRedirect {
  from: string;
  to: string;
  status: number;
}

/** Every rule of a `_redirects` by Netlify's own parser. Throws at what the parser does not take. */
export async function netlifyRedirects(file: string): Promise<HostRedirect[]> {
  const options = { redirectsFiles: [file], configRedirects: [], minimal: true };
  const { redirects, errors } = await parseAllRedirects(options);
  if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join("\n"));
  return redirects as HostRedirect[];
}

/**
 * What Cloudflare Pages answers at the addresses of a `_redirects`, by its own program: undefined
 * where no line is about the address.
 */
export function cloudflareRedirects(
  text: string,
): (address: string) => Promise<Pick<HostRedirect, "to" | "status"> | undefined> {
  // It prints what it read.
  const printed = (["log", "warn"] as const).map((name) => mock.method(console, name, () => {}));
  const evaluate = generateRedirectsEvaluator(text);
  for (const { mock } of printed) mock.restore();
  return async (address) => {
    const answer = await evaluate(new Request(new URL(address, "https://www.example.org")), null);
    return answer ? { to: answer.headers.get("location") ?? "", status: answer.status } : undefined;
  };
}
