/**
 * What a pattern of Cloudflare Pages matches: `*` is anything, all else is itself.
 * https://developers.cloudflare.com/pages/configuration/headers/#match-a-path
 */
export function cloudflarePattern(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
