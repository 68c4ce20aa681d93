/** What a document may load and do: sources by directive, https://www.w3.org/TR/CSP3/#csp-directives */
export type Directives = Readonly<Record<string, readonly string[]>>;

/** A policy as the header `Content-Security-Policy` holds it. */
export function contentSecurityPolicy(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}
