const place = "<style></style>";

/**
 * Puts the stylesheet of the site into the empty `<style>` that the layouts leave for it; pages without
 * one, such as redirects, stay as they are. Until a page is written it does without its styles, which
 * are longer than itself: nothing that reads pages has to read them.
 */
export function withStyles(html: string, styles: string): string {
  const at = html.indexOf(place);
  if (at === -1) return html;
  const inside = at + "<style>".length;
  return html.slice(0, inside) + styles + html.slice(inside);
}
