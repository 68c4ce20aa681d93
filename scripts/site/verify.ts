import { localAddress } from "../lib/addresses.ts";
import { leadingMembers, type PageOutline } from "./finish.ts";

/** A fault of the finished site: always one of the build or its templates, since content was checked. */
interface Fault {
  /** The file the page was made from, or the emitted file itself. */
  source: string;
  message: string;
}

/** The staged site, as the checks see it. */
interface StagedSite {
  pages: readonly { output: string; outline: PageOutline; source: string }[];
  /** The stylesheets of pages, which refer to the fonts. */
  styles: readonly string[];
  /** Texts for machines by path below `_site/`: feeds, the sitemap and the like. */
  documents: ReadonlyMap<string, string>;
  /** Every file staged, pages included, as paths below `_site/`. */
  files: ReadonlySet<string>;
  /** Those of them that stand at old addresses: readers come to them from elsewhere. */
  redirects: ReadonlySet<string>;
  origin: string;
  prefix: string;
}

/** Files that nothing in the site need refer to, because the world knows them by name. */
const wellKnown =
  /^(?:downloads\/.*|(?:zh\/)?404\.html|index\.html|robots\.txt|humans\.txt|favicon\.ico|\.well-known\/.*|pagefind\/.*)$/;

/**
 * What of a page's outline other files have to do with, each once: what leads to places that the page itself
 * has, or out of the site, is done with. It is kept of ten thousand pages, and what nearly all of an
 * outline says every page says.
 */
export function outwardOutline(
  { ids, references, inData }: PageOutline,
  output: string,
  site: Pick<StagedSite, "origin" | "prefix">,
): PageOutline {
  const own = new Set(ids);
  const outward = (written: string) => {
    const address = localAddress(written, output, site);
    if (typeof address === "string") return address === "broken";
    if (address.output !== output) return true;
    return address.fragment !== undefined && !own.has(address.fragment);
  };
  const links = new Set(references.filter(outward));
  const names = new Set(inData.filter(outward));
  return { ids, references: [...links], inData: [...names].filter((one) => !links.has(one)) };
}

/** Checks that every reference leads to a file and every file is referred to, and that ids are unique. */
export function verify(site: StagedSite): Fault[] {
  const faults: Fault[] = [];
  const pageAt = new Map(site.pages.map((page) => [page.output, page]));
  const used = new Set<string>();

  /** Most addresses stand in very many pages. */
  const resolved = new Map<string, ReturnType<typeof localAddress>>();
  const resolve = (written: string, output: string) => {
    const known = resolved.get(written);
    if (known !== undefined) return known;
    const address = localAddress(written, output, site);
    if (!/^(?:#|$)/.test(written)) resolved.set(written, address);
    return address;
  };

  const follow = (
    address: Exclude<ReturnType<typeof localAddress>, string>,
    written: string,
    source: string,
  ) => {
    used.add(address.output);
    if (!site.files.has(address.output)) {
      faults.push({ source, message: `“${written}” leads to no file of the site` });
    } else if (
      address.fragment &&
      pageAt.get(address.output)?.outline.ids.includes(address.fragment) === false
    ) {
      faults.push({ source, message: `“${written}” leads to a place that its page does not have` });
    }
  };

  const followMachines = (addresses: readonly string[], output: string, source: string) => {
    for (const written of addresses) {
      const address = resolve(written, output);
      if (address === "outside") continue;
      if (address === "broken") {
        faults.push({ source, message: `“${written}” is not under the base path` });
      } else if (address.output !== output) {
        // A fragment is part of an identifier here, and no place in a page.
        follow({ output: address.output, fragment: undefined }, written, source);
      }
    }
  };

  for (const page of site.pages) {
    const { ids, references, inData } = page.outline;
    followMachines(inData, page.output, page.source);
    for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
      faults.push({ source: page.source, message: `the id “${id}” stands more than once` });
    }
    for (const written of references) {
      const address = resolve(written, page.output);
      if (address === "outside") continue;
      if (address === "broken") {
        faults.push({ source: page.source, message: `“${written}” is not under the base path` });
      } else if (address.output !== page.output || address.fragment) {
        follow(address, written, page.source);
      }
    }
  }
  for (const [file, text] of site.documents) {
    followMachines(addressReferences(text, site.origin), file, file);
  }
  for (const [, written = ""] of site.styles.join("\n").matchAll(/url\("?([^")]+)"?\)/g)) {
    const address = localAddress(written, "", site);
    if (typeof address === "object") follow(address, written, "assets/styles/common.css");
  }
  for (const file of site.files) {
    if (!used.has(file) && !wellKnown.test(file) && !site.redirects.has(file)) {
      faults.push({ source: file, message: "nothing in the site refers to this file" });
    }
  }
  return faults;
}

/** A long line goes on in the next: https://www.rfc-editor.org/rfc/rfc6350#section-3.2 */
const fold = /\r\n[ \t]/g;

/**
 * Addresses of the site in a text for machines (XML, JSON, a vCard, plain text): with the origin, or
 * without it in a member or attribute that leads somewhere. Only what fills a whole value is one: an
 * attribute, an element, a member, the rest of a line. In the words of an article an address is a text.
 */
function addressReferences(text: string, origin: string): string[] {
  const address = `(${origin.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}/[^\\s"'<>\\\\]*)`;
  const places = [
    `=\\\\?["']${address}\\\\?["']`,
    `[:[,]\\s*"${address}"`,
    `<(?:\\w+:)?(?:loc|uri|id)>${address}</`,
  ];
  const whole = new RegExp([...places, `^[^\\s:]+: ?${address}\\r?$`].join("|"), "gm");
  const absolute = [...text.replace(fold, "").matchAll(whole)].flatMap(([, ...found]) =>
    found.filter((one) => one !== undefined),
  );
  const member = `"(?:${leadingMembers.join("|")})": ?`;
  const local = [...text.matchAll(new RegExp(`(?:${member}|\\bhref=)"(/[^"]*)"`, "g"))];
  return [
    ...absolute.map((found) => found.replaceAll("&amp;", "&")),
    ...local.map(([, one = ""]) => one),
  ];
}
