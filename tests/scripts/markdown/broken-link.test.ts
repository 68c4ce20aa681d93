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
