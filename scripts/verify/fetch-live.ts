/** https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
export type Encoding = "identity" | "gzip" | "br";

/** What a host answers. */
export interface LiveAnswer {
  status: number;
  /** Where it came from, after all redirects. */
  url: URL;
  /** Decompressed, as a visitor has it. */
  body: Uint8Array;
}

/** Thrown when no whole answer comes; its message says why, for the middle of a sentence. */
export class NoAnswer extends Error {}

/**
 * Fetches what stands at an address now, past caches on the way.
 *
 * @param encoding in which it is to be sent, if the host can: `br`, `gzip`, or `identity`
 * @param patience ms for the whole answer
 * @throws NoAnswer
 */
export async function fetchLive(
  url: URL,
  encoding: Encoding,
  patience: number,
): Promise<LiveAnswer> {
  try {
    const response = await fetch(url, {
      headers: { "cache-control": "no-cache", "accept-encoding": encoding },
      signal: AbortSignal.timeout(patience),
    });
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, url: new URL(response.url), body };
  } catch (error) {
    throw new NoAnswer(reason(error, patience));
  }
}

function reason(error: unknown, patience: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no whole answer within ${patience / 1000} s`;
  // `fetch` only says that it failed; what is behind it says why.
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause ? String(cause.code) : cause.message;
}
