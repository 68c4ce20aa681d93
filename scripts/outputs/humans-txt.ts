/** Who and what is behind the site. */
export interface Makers {
  /** The society's name in each of the site's languages. */
  names: readonly string[];
  /** Where to write to. */
  contact: string;
  /** The site's languages, each in itself. */
  languages: readonly string[];
  /** What the pages are written in, and what the build is made with. */
  standards: readonly string[];
  components: readonly string[];
}

/** `humans.txt`: https://humanstxt.org/Standard.html. It has no “Last update”, which no clock of ours knows. */
export function humansTxt(makers: Makers): string {
  const { names, contact, languages, standards, components } = makers;
  return `/* TEAM */
${names.map((name) => `Society: ${name}\n`).join("")}Contact: ${contact}

/* SITE */
Language: ${languages.join(" / ")}
Standards: ${standards.join(", ")}
Components: ${components.join(", ")}
`;
}
