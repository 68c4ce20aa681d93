import assert from "node:assert/strict";
import test from "node:test";
import { photographsOf, render } from "./site.ts";

test("raw HTML is shown as typed", () => {
  assert.equal(render("<b>x</b>"), "<p>&lt;b&gt;x&lt;/b&gt;</p>\n");
  assert.equal(render("<script>\nx\n</script>").includes("<script"), false);
});

test("template code is shown as typed", () => {
  assert.equal(render("{{ title }} {% if a %}"), "<p>{{ title }} {% if a %}</p>\n");
});

test("English has typographer's quotes and dashes", () => {
  assert.equal(render(`"It's" 'so' -- "she said"...`), "<p>“It’s” ‘so’ – “she said”…</p>\n");
});

test("Chinese punctuation stays as typed", () => {
  const text = "他说“你好”，‘再见’……——《书》 \"直\" '引' (c) ...";
  const html = "他说“你好”，‘再见’……——《书》 &quot;直&quot; '引' (c) ...";
  assert.equal(render(text, "zh"), `<p>${html}</p>\n`);
});

test("the language of one text does not reach the next", () => {
  render("中", "zh");
  assert.equal(render('"a"'), "<p>“a”</p>\n");
  assert.equal(render('"a"', "zh"), "<p>&quot;a&quot;</p>\n");
});

test("bold works beside Chinese punctuation", () => {
  assert.equal(
    render("**“双城”**是**利物浦（英国）**与**上海。**友好，**注意：**文", "zh"),
    "<p><strong>“双城”</strong>是<strong>利物浦（英国）</strong>与<strong>上海。</strong>友好，<strong>注意：</strong>文</p>\n",
  );
});

test("links go through the hook, and come out encoded and escaped", () => {
  assert.equal(render("[a](b.md 'T')"), '<p><a href="/base/a!" title="T">a</a></p>\n');
  assert.equal(render("[a](#上海)", "zh"), '<p><a href="#%E4%B8%8A%E6%B5%B7">a</a></p>\n');
  assert.equal(
    render('[a](<https://例子.org/?q="x"&y=a b>)'),
    '<p><a href="https://xn--fsqu00a.org/?q=%22x%22&amp;y=a%20b">a</a></p>\n',
  );
  assert.equal(render("<a@b.org>"), '<p><a href="mailto:a@b.org" class="bare">a@b.org</a></p>\n');
});

test("links that could run a program, which no page has, lead nowhere", () => {
  for (const target of [
    "javascript:a",
    "JAVASCRIPT:a",
    "data:text/html,a",
    "vbscript:a",
    "file:///a",
  ]) {
    const html = `<p><a href="">x</a> <a href="" class="bare">${target}</a></p>\n`;
    assert.equal(render(`[x](${target}) <${target}>`), html);
  }
  assert.equal(render("[x](<java\tscript:a>)"), '<p><a href="">x</a></p>\n');
  assert.equal(render("[x][y]\n\n[y]: javascript:a"), '<p><a href="">x</a></p>\n');
});

test("a numbered list says how much room its numbers need", () => {
  const opening = (text: string) => /<ol.*?>/.exec(render(text))?.[0];
  assert.equal(opening("1. a\n\n   1. b\n   2. c\n2. d"), "<ol>");
  assert.equal(opening("9. a\n10. b"), '<ol start="9" class="numbers-2">');
  assert.equal(opening("999. a\n1000. b"), '<ol start="999" class="numbers-4">');
  assert.equal(opening("20261120. a"), '<ol start="20261120" class="numbers-9">');
  const notes = Array.from({ length: 10 }, (_, at) => `a[^${at}]\n\n[^${at}]: b\n`).join("\n");
  assert.equal(opening(notes), '<ol class="numbers-2">');
});

test("a picture alone in its paragraph is a block", () => {
  const html = render(
    "a\n\n![b *c*](../photos/上海 江.jpg)\n\n![b *c*](<../photos/上海 江.jpg>)\n",
  );
  const use = '{"written":"../photos/上海 江.jpg","alt":"b c","first":true,"inPair":false}';
  assert.equal(html.endsWith(`</p>\n<figure>${use}</figure>\n`), true, html);
});

test("a picture's title is its caption there, set like the text around it", () => {
  const figure = (language: "en" | "zh") =>
    /"inPair":false,(.*)\}<\/figure>/.exec(
      render(`![a](b.jpg "It's the *river*...")`, language),
    )?.[1];
  assert.equal(figure("en"), '"caption":"It’s the *river*…"');
  assert.equal(figure("zh"), `"caption":"It's the *river*..."`);
});

test("a picture that is all of a link, alone in its paragraph, is a block that leads there", () => {
  const text = '[![a](b.jpg "c")](../d#上)';
  assert.equal(
    render(`- ${text}`),
    '<ul>\n<li><figure>{"written":"b.jpg","alt":"a","first":true,"inPair":false,"caption":"c","link":"../d#%E4%B8%8A"}</figure>\n</li>\n</ul>\n',
  );
  assert.match(render("[![a](b.jpg) c](/d/)"), /^<p><a href="\/d\/"><figure>.* c<\/a><\/p>\n$/s);
  assert.match(render("[![a](b.jpg)](javascript:c)"), /"link":""/);
});

test("pictures that have a paragraph to themselves are a gallery, each with its caption and its link", () => {
  const texts = [
    '![a](a.jpg) [![b](b.jpg "c")](../d#上) ![](e.jpg)',
    '![a](a.jpg)\n[![b](b.jpg "c")](../d#上)\\\n　 ![](e.jpg)',
  ];
  const gallery =
    '<div class="gallery"><figure>{"written":"a.jpg","alt":"a","first":true,"inPair":false}</figure>\n' +
    '<figure>{"written":"b.jpg","alt":"b","first":false,"inPair":true,"caption":"c","link":"../d#%E4%B8%8A"}</figure>\n' +
    '<figure>{"written":"e.jpg","alt":"","first":false,"inPair":true}</figure>\n</div>\n';
  for (const text of texts) {
    assert.equal(render(text, "zh"), gallery);
    assert.equal(
      render(`- ${text.replaceAll("\n", "\n  ")}`),
      `<ul>\n<li>\n${gallery}</li>\n</ul>\n`,
    );
  }
  const note = render("a[^1]\n\n[^1]: ![a](a.jpg) ![b](b.jpg)");
  assert.match(note, /<\/figure>\n<\/div>\n<p> <a href="#ref_1-1"/);
});

test("the title of a link around a picture is the picture's caption, unless that has its own", () => {
  assert.match(render('[![a](b.jpg)](/d/ "e")'), /"caption":"e"/);
  assert.match(render('[![a](b.jpg "c")](/d/ "e")'), /"caption":"c"/);
});

test("one link around several pictures of a gallery is each one's", () => {
  const links = photographsOf("[![a](a.jpg) ![b](b.jpg)](/c/) ![d](d.jpg)").map(({ link }) => link);
  assert.deepEqual(links, ["/c/", "/c/", undefined]);
});

test("the pictures of a gallery stand in pairs, an odd first one before them", () => {
  for (const count of [1, 2, 3, 4, 5, 12]) {
    const pairs = photographsOf("![a](a.jpg) ".repeat(count)).map(({ inPair }) => inPair);
    assert.equal(pairs.lastIndexOf(false), (count % 2) - 1, `${count}`);
  }
});

test("only the first photograph is first, and none where the layout shows one", () => {
  const text = "![a](a.jpg)\n\n- ![b](b.jpg)\n\n> ![c](c.jpg)";
  const firsts = (above: boolean) => photographsOf(text, above).map(({ first }) => first);
  assert.deepEqual(firsts(false), [true, false, false]);
  assert.deepEqual(firsts(true), [false, false, false]);
});

test("alt text is one line of plain text", () => {
  const [use] = photographsOf('![the `river`\nand [docks](a.md) \\* & "x"](a.jpg)');
  assert.equal(use?.alt, 'the river and docks * & "x"');
});

test("headings have ids, unique and beside those of the layout", () => {
  assert.equal(
    render("## Content\n\n## 上海港\n\n## 上海港\n\n### [A](b.md) `c` *d*", "zh"),
    '<h2 id="content-2">Content</h2>\n<h2 id="上海港">上海港</h2>\n<h2 id="上海港-2">上海港</h2>\n' +
      '<h3 id="a-c-d"><a href="/base/a!">A</a> <code>c</code> <em>d</em></h3>\n',
  );
});

test("where links lead in one text does not reach the next", () => {
  const text = "## A\n\n[x][y] [z]\n\n[y]: b.md";
  assert.equal(render(text), render(text));
  assert.equal(render("[y]"), "<p>[y]</p>\n");
});

test("a definition of where a link leads leaves nothing behind, wherever it stands", () => {
  for (const text of ["> [x]\n> — A\n>\n> [x]: b.md", "> [x]: b.md\n>\n> [x]\n> — A"]) {
    assert.equal(
      render(text),
      '<figure class="quotation">\n<blockquote>\n<p><a href="/base/a!">x</a></p>\n</blockquote>\n' +
        "<figcaption>— A</figcaption>\n</figure>\n",
    );
  }
});

test("code and tables can be scrolled with the keyboard", () => {
  assert.equal(
    render('```js "x\n<a>\n```'),
    '<pre tabindex="0"><code class="language-js">&lt;a&gt;\n</code></pre>\n',
  );
  assert.equal(
    render("| a |\n| ---: |\n| 1 |", "zh"),
    '<div class="table-scroll" role="group" tabindex="0" aria-label="zh table">\n<table>\n<thead>\n<tr>\n' +
      '<th scope="col" class="align-right">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n' +
      '<td class="align-right">1</td>\n</tr>\n</tbody>\n</table>\n</div>\n',
  );
});

test("an indented paragraph, as in Chinese typing, is a paragraph", () => {
  assert.equal(render("    上海", "zh"), "<p>上海</p>\n");
  assert.equal(render("　　上海", "zh"), "<p>　　上海</p>\n");
});
