import { fileReferences } from "../site/file-references.ts";
import { pageReferences } from "../site/page-references.ts";
import { reachableFiles } from "../site/reachable-files.ts";
import type { Site } from "../site/read-site.ts";

/** Files that nothing has to refer to, because the world knows them by name. */
const known = [
  /^index\.html$/,
  /^(zh\/)?404\.html$/,
  /^(robots|humans)\.txt$/,
  /^build\.json$/,
  // Told to hosts.
  /^(_headers|_redirects|\.htaccess|\.nojekyll|CNAME|staticwebapp\.config\.json|vercel\.json)$/,
  // Asked for by browsers and services.
  /^(favicon\.ico|apple-touch-icon\.png|\.well-known\/.+)$/,
  // Read by the search's own script.
  /^pagefind\//,
];

/** Every file is of use, and every page can be reached by links from Welcome. */
export function everythingReferenced(site: Site): string[] {
  // Readers come to old addresses from elsewhere.
  const old = new Set(site.redirects.map(({ file }) => file));
  const roots = [...site.files].filter(
    (file) => old.has(file) || known.some((name) => name.test(file)),
  );
  const reached = reachableFiles(site, roots, (file) => fileReferences(site, file));
  const linked = reachableFiles(site, roots, (file) => {
    const page = site.pages.find((candidate) => candidate.file === file);
    const links = pageReferences(page?.tags ?? [], site.origin).filter(({ use }) => use === "link");
    return links.map(({ written }) => written);
  });
  const useless = [...site.files].filter((file) => !reached.has(file));
  const orphans = site.pages.filter(({ file }) => reached.has(file) && !linked.has(file));
  return [
    ...useless.map((file) => `${file}  is referred to by nothing`),
    ...orphans.map(({ address }) => `${address}  is linked from no page`),
  ];
}
