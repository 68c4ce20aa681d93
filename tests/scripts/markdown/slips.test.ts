import { checks, zh } from "./site.ts";

checks({}, [
  ["[a](b c.md)", "1:1 link-space [a](b%20c.md) [a](<b c.md>)"],
  ['[a](b c.md "t")', '1:1 link-space [a](b%20c.md "t") [a](<b c.md> "t")'],
  ["![a](../a b.jpg)", "1:1 link-space ![a](../a%20b.jpg) ![a](<../a b.jpg>)"],
  ["[a](tel:call me)", "1:1 link-space [a](tel:call%20me) [a](<tel:call me>)"],
  ["[a](f(x) y)", "1:1 link-space [a](f(x)%20y) [a](<f(x) y>)"],
  ["[a] (../about.md)", "1:1 link-gap [a](../about.md)"],
  ["[a] (b), [ ] (c)"],
  ["[Docks][1] and a[0][1]", "1:1 link-undefined [Docks](address)"],
  ["[Docks][]", "1:1 link-undefined [Docks](address)"],
  ["[a][b]\n\n[b]: ../about.md"],
  ["- [ ] a [b] c"],
  ["`[a](b c.md)` \\[a](b c.md)"],
]);

checks(zh, [
  ["见［关于］（about.md）", "1:2 link-wide-brackets [关于](about.md)"],
  ["[关于]（about.md）", "1:1 link-wide-brackets [关于](about.md)"],
  ["[关于](about.md）", "1:1 link-wide-brackets [关于](about.md)"],
  ["［１］（https：／／a.org）", "1:1 link-wide-brackets [１](https://a.org)"],
  ["![江]（../a.jpg）", "1:1 link-wide-brackets ![江](../a.jpg)"],
  ["！[江](../a.jpg)", "1:1 link-wide-brackets ![江](../a.jpg)"],
  ["！［江］（../a.jpg）", "1:1 link-wide-brackets ![江](../a.jpg)"],
  [
    "**［关于］（about.md）**\n> - ［关于］（#上海）",
    "1:3 link-wide-brackets [关于](about.md)",
    "2:5 link-wide-brackets [关于](#上海)",
  ],
  ["欢迎！[关于](about.md) 【注】（见下文）［1］（2）"],
  ["![码头][1]", "1:1 link-undefined ![码头](address)"],
]);

checks({}, [
  ["a<br>b", "1:2 html-line-break"],
  ["<b>x</b> <STRONG>y</STRONG>", "1:1 html-bold **bold**", "1:10 html-bold **bold**"],
  ["<i>x</i>", "1:1 html-italic *emphasis*"],
  ["<del>x</del>", "1:1 html-struck ~~struck out~~"],
  ['![a](b.jpg)\n\n<img src="a.jpg" alt="x">', "3:1 html-picture ![what it shows](path)"],
  ['<a href="b.html">x</a>', "1:1 html-link [text](address)"],
  ["<h2>a</h2>", "1:1 html-heading ##"],
  ["<ul><li>a</li></ul>", "1:1 html-list -  1. ", "1:5 html-list -  1. "],
  ["<table>", "1:1 html-table | ---|---"],
  ["<code>x</code>", "1:1 html-code"],
  ["<blockquote>", "1:1 html-quotation > "],
  ["<hr/>", "1:1 html-line ---"],
  ["<div\nclass=x", "1:1 html-layout"],
  ["</p>", "1:1 html-layout"],
  ['<iframe src="https://x.org"></iframe>', "1:1 html-embedded [text](https://…)"],
  ["<script>\nalert(1)\n</script>", "1:1 html-script"],
  ["<style>", "1:1 html-script"],
  ["a <!-- note -->", "1:3 html-comment -->"],
  ["<?php ?>", "1:1 html-other \\< <"],
  ["write to <name>", "1:10 html-other \\< <"],
  ["## a <b>", "1:6 html-bold **bold**"],
  ["| a <br> | |\n|---|---|\n| 上 | <u>b</u> |", "1:5 html-line-break", "3:7 html-layout"],
  ["[a <b>](/about/)", "1:4 html-bold **bold**"],
  ["5 < 6, a <b, c > d, <3"],
  ["`<br>` \\<br> &lt;br> <https://example.org>"],
  ["```\n<b>\n<!--\n```"],
]);

checks(zh, [
  ["> - 上海<br/>港", "1:7 html-line-break"],
  ['<div class="x">\n\n上海\n\n</div>', "1:1 html-layout"],
  ["上海 <!--\n\nnote\n\n-->", "1:4 html-comment -->"],
]);
