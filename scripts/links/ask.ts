import http from "node:http";
import https from "node:https";

/** The head of an answer; its body is never read. */
export interface Answer {
  status: number;
  location: string | undefined;
}

/**
 * Asks for `url`, which is `http:` or `https:`, without following it.
 *
 * @param limit how long to wait for the head of the answer, in ms
 * @throws the error of the connection, or an AbortError after `limit`
 */
export function ask(url: URL, method: "HEAD" | "GET", limit: number): Promise<Answer> {
  const { request } = url.protocol === "https:" ? https : http;
  const options = {
    method,
    agent: false,
    signal: AbortSignal.timeout(limit),
    // The default of 250 ms is less than a packet takes to the other side of the world and back.
    autoSelectFamilyAttemptTimeout: 5_000,
    headers: {
      accept: "text/html, */*;q=0.8",
      // Many hosts turn away what does not begin like a browser.
      "user-agent": "Mozilla/5.0 (compatible; liverpool-shanghai-twinning link report)",
    },
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    });
    sent.on("error", reject).end();
  });
}
