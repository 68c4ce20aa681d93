import { checks } from "./checks.ts";

checks([
  {
    text: "[a](b c.md)",
    problems: [
      "1:1  `[a](b c.md)` is shown as typed, because its address has a space in it — write `[a](b%20c.md)` or `[a](<b c.md>)`",
    ],
  },
  {
    text: '[a](b c.md "t")',
    problems: [
      '1:1  `[a](b c.md "t")` is shown as typed, because its address has a space in it — write `[a](b%20c.md "t")` or `[a](<b c.md> "t")`',
    ],
  },
  {
    text: "![a](../a b.jpg)",
    problems: [
      "1:1  `![a](../a b.jpg)` is shown as typed, because its address has a space in it — write `![a](../a%20b.jpg)` or `![a](<../a b.jpg>)`",
    ],
  },
  {
    text: "[a](tel:call me)",
    problems: [
      "1:1  `[a](tel:call me)` is shown as typed, because its address has a space in it — write `[a](tel:call%20me)` or `[a](<tel:call me>)`",
    ],
  },
  {
    text: "[a](f(x) y)",
    problems: [
      "1:1  `[a](f(x) y)` is shown as typed, because its address has a space in it — write `[a](f(x)%20y)` or `[a](<f(x) y>)`",
    ],
  },
  {
    text: "[a] (../about.md)",
    problems: [
      "1:1  `[a] (../about.md)` is shown as typed, because of the space between ] and ( — write `[a](../about.md)`",
    ],
  },
  { text: "[a] (b), [ ] (c)", problems: [] },
  {
    text: "见［关于］（about.md）",
    zh: true,
    problems: [
      "1:2  `［关于］（about.md）` is shown as typed, because of the full-width ［ ］ （ ） — write `[关于](about.md)`, with the characters ! [ ] ( ) of an English keyboard",
    ],
  },
  {
    text: "[关于]（about.md）",
    zh: true,
    problems: [
      "1:1  `[关于]（about.md）` is shown as typed, because of the full-width （ ） — write `[关于](about.md)`, with the characters ! [ ] ( ) of an English keyboard",
    ],
  },
  {
    text: "[关于](about.md）",
    zh: true,
    problems: [
      "1:1  `[关于](about.md）` is shown as typed, because of the full-width ） — write `[关于](about.md)`, with the characters ! [ ] ( ) of an English keyboard",
    ],
  },
  {
    text: "［１］（https：／／a.org）",
    zh: true,
    problems: [
      "1:1  `［１］（https：／／a.org）` is shown as typed, because of the full-width ［ ］ （ ） — write `[１](https://a.org)`, with the characters ! [ ] ( ) of an English keyboard",
    ],
  },
  {
    text: "![江]（../a.jpg）",
    zh: true,
    problems: [
      "1:1  `![江]（../a.jpg）` is shown as typed, because of the full-width （ ） — write `![江](../a.jpg)`, with the characters ! [ ] ( ) of an English keyboard",
    ],
  },
  {
    text: "！[江](../a.jpg)",
    zh: true,
    problems: [
      "1:1  `！[江](../a.jpg)` is shown as typed, because of the full-width ！ — write `![江](../a.jpg)`, with the characters ! [ ] ( ) of an English keyboard",
    ],
  },
  {
    text: "！［江］（../a.jpg）",
    zh: true,
    problems: [
      "1:1  `！［江］（../a.jpg）` is shown as typed, because of the full-width ！ ［ ］ （ ） — write `![江](../a.jpg)`, with the characters ! [ ] ( ) of an English keyboard",
    ],
  },
  {
    text: "**［关于］（about.md）**\n> - ［关于］（#上海）",
    zh: true,
    problems: [
      "1:3  `［关于］（about.md）` is shown as typed, because of the full-width ［ ］ （ ） — write `[关于](about.md)`, with the characters ! [ ] ( ) of an English keyboard",
      "2:5  `［关于］（#上海）` is shown as typed, because of the full-width ［ ］ （ ） — write `[关于](#上海)`, with the characters ! [ ] ( ) of an English keyboard",
    ],
  },
  { text: "欢迎！[关于](about.md) 【注】（见下文）［1］（2）", zh: true, problems: [] },
  {
    text: "[Docks][1] and a[0][1]",
    problems: [
      "1:1  `[Docks][1]` is shown as typed, because no line says what `[1]` is — write `[Docks](address)`",
    ],
  },
  {
    text: "![码头][1]",
    zh: true,
    problems: [
      "1:1  `![码头][1]` is shown as typed, because no line says what `[1]` is — write `![码头](address)`",
    ],
  },
  {
    text: "[Docks][]",
    problems: [
      "1:1  `[Docks][]` is shown as typed, because no line says what `[Docks]` is — write `[Docks](address)`",
    ],
  },
  { text: "[a][b]\n\n[b]: ../about.md", problems: [] },
  { text: "- [ ] a [b] c", problems: [] },
  { text: "`[a](b c.md)` \\[a](b c.md)", problems: [] },
]);

checks([
  {
    text: "a<br>b",
    problems: [
      "1:2  `<br>` is HTML, which is not used in these texts — leave an empty line for a new paragraph, or end the line with a backslash for a new line",
    ],
  },
  {
    text: "> - 上海<br/>港",
    zh: true,
    problems: [
      "1:7  `<br/>` is HTML, which is not used in these texts — leave an empty line for a new paragraph, or end the line with a backslash for a new line",
    ],
  },
  {
    text: "<b>x</b> <STRONG>y</STRONG>",
    problems: [
      "1:1  `<b>` is HTML, which is not used in these texts — write `**bold**` with two asterisks on each side",
      "1:10  `<STRONG>` is HTML, which is not used in these texts — write `**bold**` with two asterisks on each side",
    ],
  },
  {
    text: "<i>x</i>",
    problems: [
      "1:1  `<i>` is HTML, which is not used in these texts — write `*emphasis*` with one asterisk on each side",
    ],
  },
  {
    text: "<del>x</del>",
    problems: [
      "1:1  `<del>` is HTML, which is not used in these texts — write `~~struck out~~` with two tildes on each side",
    ],
  },
  {
    text: '![a](b.jpg)\n\n<img src="a.jpg" alt="x">',
    problems: [
      '3:1  `<img src="a.jpg" alt="x">` is HTML, which is not used in these texts — write `![what it shows](path)` in a paragraph of its own',
    ],
  },
  {
    text: '<a href="b.html">x</a>',
    problems: [
      '1:1  `<a href="b.html">` is HTML, which is not used in these texts — write `[text](address)`',
    ],
  },
  {
    text: "<h2>a</h2>",
    problems: [
      "1:1  `<h2>` is HTML, which is not used in these texts — write `##` and a space before the heading",
    ],
  },
  {
    text: "<ul><li>a</li></ul>",
    problems: [
      "1:1  `<ul>` is HTML, which is not used in these texts — begin each item on a line of its own with `- ` or `1. `",
      "1:5  `<li>` is HTML, which is not used in these texts — begin each item on a line of its own with `- ` or `1. `",
    ],
  },
  {
    text: "<table>",
    problems: [
      "1:1  `<table>` is HTML, which is not used in these texts — write the table with `|` between the columns and a line of `---|---` below the first",
    ],
  },
  {
    text: "<code>x</code>",
    problems: [
      "1:1  `<code>` is HTML, which is not used in these texts — put backticks around it, or a line of ``` above and below",
    ],
  },
  {
    text: "<blockquote>",
    problems: [
      "1:1  `<blockquote>` is HTML, which is not used in these texts — begin each line of the quotation with `> `",
    ],
  },
  {
    text: "<hr/>",
    problems: [
      "1:1  `<hr/>` is HTML, which is not used in these texts — write `---` on a line of its own, with an empty line above",
    ],
  },
  {
    text: '<div class="x">\n\n上海\n\n</div>',
    zh: true,
    problems: [
      '1:1  `<div class="x">` is HTML, which is not used in these texts — take it out and keep the text: how the text looks is the design\'s task',
    ],
  },
  {
    text: "<div\nclass=x",
    problems: [
      "1:1  `<div` is HTML, which is not used in these texts — take it out and keep the text: how the text looks is the design's task",
    ],
  },
  {
    text: "</p>",
    problems: [
      "1:1  `</p>` is HTML, which is not used in these texts — take it out and keep the text: how the text looks is the design's task",
    ],
  },
  {
    text: '<iframe src="https://x.org"></iframe>',
    problems: [
      '1:1  `<iframe src="https://x.org">` would show something of another site, which these pages never do — take it out and write a link to it: `[text](https://…)`',
    ],
  },
  {
    text: "<script>\nalert(1)\n</script>",
    problems: [
      "1:1  `<script>` would add a program or a style to the page, which texts cannot do — take it out",
    ],
  },
  {
    text: "<style>",
    problems: [
      "1:1  `<style>` would add a program or a style to the page, which texts cannot do — take it out",
    ],
  },
  {
    text: "a <!-- note -->",
    problems: [
      "1:3  `<!--` begins a hidden remark, which would be shown to everyone — take the remark out, up to its `-->`",
    ],
  },
  {
    text: "上海 <!--\n\nnote\n\n-->",
    zh: true,
    problems: [
      "1:4  `<!--` begins a hidden remark, which would be shown to everyone — take the remark out, up to its `-->`",
    ],
  },
  {
    text: "<?php ?>",
    problems: [
      "1:1  `<?` is HTML, which is not used in these texts — take it out, or write `\\<` for a `<` that readers should see",
    ],
  },
  {
    text: "write to <name>",
    problems: [
      "1:10  `<name>` is HTML, which is not used in these texts — take it out, or write `\\<` for a `<` that readers should see",
    ],
  },
  {
    text: "## a <b>",
    problems: [
      "1:6  `<b>` is HTML, which is not used in these texts — write `**bold**` with two asterisks on each side",
    ],
  },
  {
    text: "| a <br> | |\n|---|---|\n| 上 | <u>b</u> |",
    problems: [
      "1:5  `<br>` is HTML, which is not used in these texts — leave an empty line for a new paragraph, or end the line with a backslash for a new line",
      "3:7  `<u>` is HTML, which is not used in these texts — take it out and keep the text: how the text looks is the design's task",
    ],
  },
  {
    text: "[a <b>](/about/)",
    problems: [
      "1:4  `<b>` is HTML, which is not used in these texts — write `**bold**` with two asterisks on each side",
    ],
  },
  { text: "5 < 6, a <b, c > d, <3", problems: [] },
  { text: "`<br>` \\<br> &lt;br> <https://example.org>", problems: [] },
  { text: "```\n<b>\n<!--\n```", problems: [] },
]);
