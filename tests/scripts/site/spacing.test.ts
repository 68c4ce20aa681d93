import assert from "node:assert/strict";
import { spaced } from "../../../scripts/site/spacing.ts";
import { testTable } from "../../support/tables.ts";

/** A paragraph of a page, each span as its class and what is in it; its text must be as it was. */
function spacedOn(tag: string, words: string): string {
  const head = `<html lang=${tag}><title>《港》，</title><script>"《港》，"</script>`;
  const html = spaced(`${head}<p>${words}</p>`, ["利物浦—上海", "St. Helens—Wuxi"]);
  assert.equal(
    html.replaceAll(/<span class="[\w ]+">(.*?)<\/span>/g, "$1"),
    `${head}<p>${words}</p>`,
  );
  const paragraph = html.slice(head.length + "<p>".length, -"</p>".length);
  return paragraph.replaceAll(/<span class="([\w ]+)">(.*?)<\/span>/g, "$1[$2]");
}

testTable("spacing", {
  "a Chinese page": (words) => spacedOn("zh-Hans", words),
  "an English page": (words) => spacedOn("en-GB", words),
});
