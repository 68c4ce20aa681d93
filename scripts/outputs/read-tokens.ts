/** A colour by day and by night, each `#rrggbb`. */
export interface ColourToken {
  light: string;
  dark: string;
}

/**
 * The colours that a stylesheet's custom properties come to, by name without the dashes: both
 * tiers, `var()` followed, `light-dark()` taken apart. Properties that are no colour are left out.
 * Throws for a `var()` that leads nowhere or in a circle.
 */
export function readTokens(css: string): Map<string, ColourToken> {
  const declared = new Map<string, string>();
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "");
  for (const [, name = "", value = ""] of bare.matchAll(/--([\w-]+)\s*:\s*([^;}]+)/g)) {
    if (declared.has(name)) throw new Error(`--${name} is declared twice`);
    declared.set(name, value.trim());
  }
  const colours = new Map<string, ColourToken>();
  for (const name of declared.keys()) {
    const colour = colourOf(name, declared, []);
    if (colour) colours.set(name, colour);
  }
  return colours;
}

function colourOf(
  name: string,
  declared: ReadonlyMap<string, string>,
  way: readonly string[],
): ColourToken | undefined {
  if (way.includes(name)) throw new Error(`--${name} refers to itself`);
  const value = declared.get(name);
  if (value === undefined)
    throw new Error(`--${name} is not declared, but --${way.at(-1)} uses it`);
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (reference !== undefined) return colourOf(reference, declared, [...way, name]);
  const [, light, dark] = /^light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)$/.exec(value) ?? [];
  if (light && dark) return { light: sixDigits(light), dark: sixDigits(dark) };
  if (!/^#\w+$/.test(value)) return undefined;
  return { light: sixDigits(value), dark: sixDigits(value) };
}

function sixDigits(colour: string): string {
  const long = colour.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3").toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(long)) throw new Error(`${colour} is not an opaque colour`);
  return long;
}
