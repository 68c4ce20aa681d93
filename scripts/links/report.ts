import { runBounded } from "../lib/files.ts";
import { countWords, groupBy } from "../lib/lists.ts";
import { EnvironmentFailure, type Problem, problemOf, type Rules } from "../problems/problem.ts";
import { type InspectedSite, outsideLinks, type Settings } from "../site/check.ts";
import { visitLink } from "./visit.ts";

type Verdict = Awaited<ReturnType<typeof visitLink>>;

type Links = ReturnType<typeof outsideLinks>;

const hostsAtOnce = 4;

/**
 * Visits each address once: few hosts at once, and of each host one address after the other. What
 * failed for a reason that may pass is tried again, after the others of its host.
 *
 * @param limit how long each answer may take, in ms
 * @throws EnvironmentFailure where no host at all answers
 */
export async function checkLinks(links: Links, limit: number): Promise<Problem[]> {
  const addresses = new Set(links.map(({ href }) => address(href)));
  const hosts = [...groupBy(addresses, (each) => new URL(each).host).values()];
  const visited = await runBounded(hostsAtOnce, hosts, (each) => visitHost(each, limit));
  const verdicts = new Map(visited.flatMap((of) => [...of]));
  if (
    verdicts.size > 0 &&
    [...verdicts.values()].every((each) => each.kind === "dead" && !each.answered)
  ) {
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

function tell(link: Links[number], verdict: Verdict): Problem[] {
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

/** What a visit to other sites tells of links: not rules of the check, which needs no network. */
const outsideFindings = {
  "outside-dead": {
    severity: "error",
    message: "the link `{href}` leads nowhere: {reason}",
    remedy: "write the address that the page has now, or take the link out",
    example: { href: "https://www.example.org/page", reason: "the host answers 404" },
  },
  "outside-moved": {
    severity: "warning",
    message: "the page that `{href}` leads to has moved for good",
    remedy: "write `{better}`",
    example: { href: "http://example.org/", better: "https://www.example.org/" },
  },
  "outside-refused": {
    severity: "warning",
    message: "the host of `{href}` answers {status} to this report, and may do so to readers",
    remedy: "open it in a browser to see",
    example: { href: "https://www.example.org/page", status: "403" },
  },
} as const satisfies Rules;

/** How long a host may take to answer, in ms. */
const limit = 20_000;

/**
 * Whether the links of published pages to other sites lead somewhere. Dead ones fail.
 *
 * @throws EnvironmentFailure without a network
 */
export async function reportLinks(site: InspectedSite, settings: Settings) {
  const links = outsideLinks(site, settings);
  const problems = await checkLinks(links, limit);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const found = `${countWords(errors, "error")}, ${countWords(problems.length - errors, "warning")}`;
  const sum = `${countWords(links.length, "link")} to other sites: ${found}.`;
  return { problems, sum, failed: errors > 0 };
}
