/** What the target of a link is, by its form alone. */
export type LinkKind =
  /** `[text]()`, `[text](#)` */
  | "empty"
  /** `#heading`, on the same page */
  | "fragment"
  /** `../about.md`, from the Markdown file */
  | "relative"
  /** `/about/`, from the site's root */
  | "site"
  /** `https://…` and `http://…` */
  | "external"
  | "mail"
  | "telephone"
  /** `//example.org`: an address whose scheme depends on the page */
  | "protocol-relative"
  /** `javascript:`, `data:`, `file:` and every other scheme */
  | "unsafe";

const schemes = new Map<string, LinkKind>([
  ["http", "external"],
  ["https", "external"],
  ["mailto", "mail"],
  ["tel", "telephone"],
]);

/** The kind of the link target `href`, as written in Markdown. */
export function linkKind(href: string): LinkKind {
  // Browsers pass over white space and control characters: "java\tscript:" runs.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const target = href.replaceAll(/[\u0000-\u0020\u007F-\u009F]/g, "");
  if (target === "" || target === "#") return "empty";
  if (/^[/\\]{2}/.test(target)) return "protocol-relative";
  if (target.startsWith("#")) return "fragment";
  if (target.startsWith("/")) return "site";
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1];
  if (scheme === undefined) return "relative";
  return schemes.get(scheme.toLowerCase()) ?? "unsafe";
}
