/** Addresses of a file, from the site's root: a page has two, with and without the file's name. */
export function addressesOf(file: string): string[] {
  return /(^|\/)index\.html$/.test(file) ? [file.replace(/index\.html$/, ""), file] : [file];
}
