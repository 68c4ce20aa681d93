import { privateHost } from "../lib/private-host.ts";
import { type Answer, ask } from "./ask.ts";
import { explainFault } from "./explain-fault.ts";
import type { Verdict } from "./verdict.ts";

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
