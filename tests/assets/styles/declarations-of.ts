/** A declaration as it is written. */
export interface Declaration {
  property: string;
  value: string;
}

/** The declarations of a stylesheet without comments, in order; those of nested rules too. */
export function declarationsOf(css: string): Declaration[] {
  // What is followed by a brace is a selector with a pseudo-class, or the condition of an at-rule.
  const written = /(?<=[{};]\s*)([a-z-]+)\s*:\s*((?:"[^"]*"|[^;{}"])+)(?=[;}])/g;
  return [...css.matchAll(written)].map(([, property = "", value = ""]) => {
    return { property, value: value.trim() };
  });
}
