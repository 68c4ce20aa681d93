import { EnvironmentFailure } from "../lib/failure.ts";
import { groupBy } from "../lib/group-by.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { runBounded } from "../lib/run-bounded.ts";
import type { OutsideLink } from "../site/outside-links.ts";
import { outsideFindings } from "./outside-findings.ts";
import type { Verdict } from "./verdict.ts";
import { visitLink } from "./visit-link.ts";

const hostsAtOnce = 4;

/**
 * Visits each address once: few hosts at once, and of each host one address after the other. What
 * failed for a reason that may pass is tried again, after the others of its host.
 *
 * @param limit how long each answer may take, in ms
 * @throws EnvironmentFailure where no host at all answers
 */
export async function checkLinks(links: readonly OutsideLink[], limit: number): Promise<Problem[]> {
  const addresses = new Set(links.map(({ href }) => address(href)));
  const hosts = [...groupBy(addresses, (each) => new URL(each).host).values()];
  const visited = await runBounded(hostsAtOnce, hosts, (each) => visitHost(each, limit));
  const verdicts = new Map(visited.flatMap((of) => [...of]));
  if (verdicts.size > 0 && [...verdicts.values()].every(isUnreached)) {
    const all = hosts.length === 1 ? "The one host" : `None of the ${hosts.length} hosts`;
    const answers = hosts.length === 1 ? "does not answer" : "answers";
    throw new EnvironmentFailure(
      `${all} that the site links to ${answers} — connect this machine to the network and try again`,
    );
  }
  return links.flatMap((link) => tell(link, verdicts.get(address(link.href)) ?? { kind: "sound" }));
}

/** Links that differ in letters of the host, or in fragment, are one visit. */
function address(href: string): string {
  const url = new URL(href);
  url.hash = "";
  return url.href;
}

async function visitHost(
  addresses: readonly string[],
  limit: number,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const each of addresses) verdicts.set(each, await visitLink(each, limit));
  for (const [each, verdict] of verdicts) {
    if (verdict.kind === "dead" && verdict.fleeting) {
      verdicts.set(each, await visitLink(each, limit));
    }
  }
  return verdicts;
}

function isUnreached(verdict: Verdict): boolean {
  return verdict.kind === "dead" && !verdict.answered;
}

function tell(link: OutsideLink, verdict: Verdict): Problem[] {
  const { href } = link;
  switch (verdict.kind) {
    case "dead":
      return [problemOf(outsideFindings, "outside-dead", link, { href, reason: verdict.reason })];
    case "moved": {
      const better = new URL(verdict.to);
      // RFC 9110, section 10.2.2: the fragment goes along, unless there is another.
      better.hash ||= new URL(href).hash;
      return [problemOf(outsideFindings, "outside-moved", link, { href, better: better.href })];
    }
    case "refused":
      return [
        problemOf(outsideFindings, "outside-refused", link, { href, status: verdict.status }),
      ];
    default:
      return [];
  }
}
