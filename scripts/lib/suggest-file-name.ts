/**
 * The name that a file called `name` should have: lower-case ASCII letters, digits and single
 * hyphens, then its extension; undefined if nothing of the name is left.
 */
export function suggestFileName(name: string): string | undefined {
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  const slug = stem
    .normalize("NFKD")
    .replace(/\p{M}|[’']/gu, "")
    .toLowerCase()
    .replace(/&/g, "-and-")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? undefined : slug + extension.toLowerCase();
}
