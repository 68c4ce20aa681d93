import http from "node:http";
import https from "node:https";
import { privateHost } from "../lib/addresses.ts";

/** The head of an answer; its body is never read. */
interface Answer {
  status: number;
  location: string | undefined;
}

/**
 * Asks for `url`, which is `http:` or `https:`, without following it.
 *
 * @param limit how long to wait for the head of the answer, in ms
 * @throws the error of the connection, or an AbortError after `limit`
 */
function ask(url: URL, method: "HEAD" | "GET", limit: number): Promise<Answer> {
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

/** As many as browsers follow: https://fetch.spec.whatwg.org/#http-redirect-fetch. */
const mostRedirects = 20;
/** Answers to programs, or to all who are not let in: RFC 9110, section 15.5; RFC 6585, section 4. */
const refusals = new Set([401, 402, 403, 407, 429, 451]);
/** RFC 9110, sections 15.4.2 and 15.4.9: what links to it should be changed. */
const permanent = new Set([301, 308]);

/**
 * Goes where `href` leads. Asks for the head alone first, and for the whole where a host will not
 * have that. Follows to `http:` and `https:` only, and never from outside into a private network.
 *
 * @param limit how long each answer may take, in ms
 */
export async function visitLink(href: string, limit: number): Promise<Verdict> {
  const first = new URL(href);
  let url = first;
  let moved: string | undefined;
  let forGood = true;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    let answer: Answer;
    try {
      answer = await askGently(url, limit);
    } catch (error) {
      return explainFault(error, limit);
    }
    const { status, location } = answer;
    if (status < 300 || status > 399 || location === undefined) return judge(status, moved);
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (next === undefined || !mayFollow(next, first)) {
      return dead(`the host sends readers on to “${location}”, where they cannot go`);
    }
    forGood &&= permanent.has(status);
    if (forGood) moved = next.href;
    url = next;
  }
  return dead("it leads in a circle");
}

async function askGently(url: URL, limit: number): Promise<Answer> {
  const answer = await ask(url, "HEAD", limit);
  // Some hosts answer 405 or 501, and some 403 or 404, to HEAD alone.
  return answer.status < 400 ? answer : ask(url, "GET", limit);
}

/** The check refuses links into private networks, but what they are redirected to it cannot know. */
function mayFollow(next: URL, first: URL): boolean {
  const isWeb = next.protocol === "https:" || next.protocol === "http:";
  return isWeb && (next.hostname === first.hostname || privateHost(next.hostname) === undefined);
}

function judge(status: number, moved: string | undefined): Verdict {
  if (refusals.has(status)) return { kind: "refused", status };
  if (status < 200 || status > 299) return dead(`the host answers ${status}`, status >= 500);
  return moved === undefined ? { kind: "sound" } : { kind: "moved", to: moved };
}

function dead(reason: string, fleeting = false): Verdict {
  return { kind: "dead", reason, fleeting, answered: true };
}

/** What came of a visit to a link. */
type Verdict =
  | { kind: "sound" }
  /** Every step there was a permanent redirect; `to` is where the last of them led. */
  | { kind: "moved"; to: string }
  /** There, but not for programs, or not for everyone. */
  | { kind: "refused"; status: number }
  | {
      kind: "dead";
      /** In words, for the middle of a sentence. */
      reason: string;
      /** Whether another try may find it well. */
      fleeting: boolean;
      /** Whether a server answered at all. */
      answered: boolean;
    };

/** Nobody has the name, or nobody knows the way there. */
const unknown = new Set(["ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN"]);
/** Codes of OpenSSL and of Node's `tls`: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const insecure = /CERT|SSL|TLS|SIGNATURE|^EPROTO$/;

/** What it means for a link that the connection came to nothing; `limit` in ms. */
function explainFault(error: unknown, limit: number): Verdict {
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
