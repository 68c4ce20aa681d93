import { contentSecurityPolicy, type Directives } from "./content-security-policy.ts";

/**
 * A policy for the header, and not for the page's own `<meta>`: with what is heeded in a header only,
 * https://html.spec.whatwg.org/#attr-meta-http-equiv-content-security-policy
 */
export function headerPolicy(directives: Directives): string {
  return contentSecurityPolicy({ ...directives, "frame-ancestors": ["'none'"] });
}
