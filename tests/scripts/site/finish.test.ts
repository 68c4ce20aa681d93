import assert from "node:assert/strict";
import test from "node:test";
import { minify } from "../../../scripts/site/finish.ts";
import { normalTree } from "../../support/normal-tree.ts";
import { validHtml } from "../../support/rules/pages.ts";
import { siteOfPages } from "../../support/site.ts";

const page = (body: string) =>
  `<!doctype html>\n<html lang="en-GB">\n  <head>\n <title>A &amp; B</title> </head>\n<body>\n${body}\n</body></html>`;

const bodies: Readonly<Record<string, string>> = {
  "spaces between inline elements":
    "<p><a href='/a/'>one</a> <b>two</b>\n<i>three</i><em>four</em></p>",
  "spaces around picture, cite, data and time":
    "<p>a <picture><img src=a.jpg alt=''></picture> b <cite>c</cite> <data value=1>d</data> <time>e</time> f</p>",
  "spaces between Han and Latin":
    "<p>上海 <b>Shanghai</b> 与利物浦\n<span>Liverpool</span> 相望</p>",
  "no space between Han": "<p>默西河<b>与</b>黄浦江</p>",
  "characters that mean something":
    "<p title='5 < 6 &amp; \"7\"'>5 &lt; 6 &amp;amp; &quot;x&quot; &nbsp; y</p>",
  "preformatted text": "<pre>  one\n    two   three\n</pre>",
  "empty attributes and booleans":
    "<p><img src=a.jpg alt=''></p><details open><summary>x</summary>y</details>",
  drawings:
    '<svg viewBox="0 0 10 10"><title>x y</title><path d="M0 0h10"/><text>a <tspan>b</tspan></text></svg>',
  "urls that end in a slash": "<p><a href=\"/about/\">x</a><br><a href='/a/'>y</a></p>",
};

for (const [name, body] of Object.entries(bodies)) {
  test(`minifying keeps ${name}`, async () => {
    const html = page(body);
    const minified = await minify(html);
    assert.equal(normalTree(minified), normalTree(html));
    assert.ok(minified.length < html.length);
  });
}

test("markup that cannot be parsed is an error, not a silent change", async () => {
  await assert.rejects(minify("<p>5 < 6"));
});

test("a title with an ampersand is still valid HTML, and not only by the leave of parsers", async () => {
  const html = page("<main><h1>Arts &amp; Culture: &amp;amp; and AT&amp;T &lt;b&gt;</h1></main>");
  assert.deepEqual(await validHtml(siteOfPages(new Map([["/", await minify(html)]]))), []);
});
