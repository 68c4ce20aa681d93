import type { Answer } from "./ask.ts";

/**
 * The score of an answer by the tests of the Mozilla Observatory, version 5, and by its table of
 * modifiers: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring and `csp.js`,
 * `charts.js` in https://github.com/mdn/mdn-http-observatory/tree/main/src. Whatever is not one of the
 * best cases counts as the worst. A site starts with 100; what is over counts from 90 on.
 *
 * Not scored here, since a host's own: the redirect to HTTPS (0 where it is there) and whether the
 * name is on the preload list (5 more). Cookies and CORS: none, so 0.
 */
export function observatoryScore({ headers }: Answer, html: string): number {
  const value = (name: string) => headers.get(name)?.join(", ") ?? "";
  const policy = directives(value("content-security-policy"));
  const sources = (name: string) => policy.get(name) ?? policy.get("default-src") ?? ["*"];
  const unsafe = /^(?:'unsafe-(?:inline|eval|hashes)'|data:|https?:|ftp:|\*)/;
  const active = [...sources("script-src"), ...sources("object-src"), ...sources("style-src")];
  const scripts = html.match(/<script[^>]*\ssrc="?(?:https?:)?\/\//g) ?? [];
  const maxAge = Number(/^max-age=(\d+)/.exec(value("strict-transport-security"))?.[1] ?? 0);

  const penalties = [
    active.some((source) => unsafe.test(source)) ? -20 : 0,
    policy.size === 0 ? -25 : 0,
    headers.has("set-cookie") ? -40 : 0,
    headers.has("access-control-allow-credentials") ? -50 : 0,
    maxAge >= 15_552_000 ? 0 : -20,
    scripts.length > 0 ? -50 : 0,
    value("x-content-type-options") === "nosniff" ? 0 : -5,
    policy.has("frame-ancestors") || value("x-frame-options") === "DENY" ? 0 : -20,
  ];
  const bonuses = [
    policy.get("default-src")?.join() === "'none'" ? 10 : 5,
    policy.get("frame-ancestors")?.join() === "'none'" ? 5 : 0,
    /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(
      value("referrer-policy"),
    )
      ? 5
      : 0,
    value("cross-origin-resource-policy") === "same-origin" ? 10 : 0,
  ];
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  const score = 100 + sum(penalties);
  return score < 90 ? score : score + sum(bonuses);
}

function directives(policy: string): Map<string, string[]> {
  const found = policy.split(";").map((each) => each.trim().split(/\s+/));
  return new Map(found.flatMap(([name, ...sources]) => (name ? [[name, sources] as const] : [])));
}
