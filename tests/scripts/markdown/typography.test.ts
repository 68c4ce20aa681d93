import assert from "node:assert/strict";
import test from "node:test";
import { typeset } from "../../../scripts/markdown/typography.ts";
import { testTable } from "../../support/tables.ts";
import { render } from "./site.ts";

testTable("typography", {
  "English text": (text) => {
    const html = render(text.replaceAll("`", "\\`"));
    const shown = html.slice("<p>".length, -"</p>\n".length);
    assert.equal(shown.replaceAll("&quot;", '"').replaceAll("&gt;", ">"), typeset(text, "en"));
    return typeset(text, "en");
  },
});

test("emphasis, links and code do not part the marks of a quotation", () => {
  assert.equal(
    render(`"*a*" '[b](/c/)'--"\`'d'\`"`),
    "<p>“<em>a</em>” ‘<a href=\"/c/\">b</a>’–“<code>'d'</code>”</p>\n",
  );
});

test("an address between < and > stays as typed", () => {
  assert.match(render("<https://a--b.org/it's>"), />https:\/\/a--b.org\/it's</);
  assert.match(render("<o'b--c@x.org>"), />o'b--c@x.org</);
});
