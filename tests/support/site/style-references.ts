import { transform } from "lightningcss";

/** The addresses that a stylesheet asks for. Throws where it is no CSS. */
export function styleReferences(css: string): string[] {
  const code = new TextEncoder().encode(css);
  const { dependencies } = transform({ filename: "style.css", code, analyzeDependencies: true });
  return (dependencies ?? []).flatMap((found) => ("url" in found ? [found.url] : []));
}
