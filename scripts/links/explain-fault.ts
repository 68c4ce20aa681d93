import type { Verdict } from "./verdict.ts";

/** Nobody has the name, or nobody knows the way there. */
const unknown = new Set(["ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN"]);
/** Codes of OpenSSL and of Node's `tls`: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const insecure = /CERT|SSL|TLS|SIGNATURE|^EPROTO$/;

/** What it means for a link that the connection came to nothing; `limit` in ms. */
export function explainFault(error: unknown, limit: number): Verdict {
  const { name, code = name } = error as NodeJS.ErrnoException;
  const dead = { kind: "dead", fleeting: true, answered: false } as const;
  if (name === "AbortError" || name === "TimeoutError" || code === "ETIMEDOUT") {
    return { ...dead, reason: `the host does not answer within ${limit / 1000} seconds` };
  }
  if (unknown.has(code)) return { ...dead, reason: `the host cannot be found (${code})` };
  if (insecure.test(code)) {
    const reason = `the host has no secure connection to offer (${code})`;
    return { kind: "dead", reason, fleeting: false, answered: true };
  }
  return { ...dead, reason: `the host breaks off the connection (${code})` };
}
