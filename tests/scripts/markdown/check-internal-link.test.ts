import { checks } from "./checks.ts";

checks([
  {
    text: "[a](../abuot.md)",
    problems: ["1:1  the link `../abuot.md` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](about.md)",
    problems: ["1:1  the link `about.md` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../About.md)",
    problems: ["1:1  the link `../About.md` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../about)",
    problems: ["1:1  the link `../about` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../about/)",
    problems: ["1:1  the link `../about/` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../about.html#shanghai)",
    problems: [
      "1:1  the link `../about.html#shanghai` leads to no page — did you mean `../about.md#shanghai`?",
    ],
  },
  {
    text: "[a](/abuot/)",
    problems: ["1:1  the link `/abuot/` leads to no page — did you mean `/about/`?"],
  },
  {
    text: "[a](/about)",
    problems: ["1:1  the link `/about` leads to no page — did you mean `/about/`?"],
  },
  {
    text: "[a](/zh/about/index.html#上海)",
    problems: [
      "1:1  the link `/zh/about/index.html#上海` leads to no page — did you mean `/zh/about/#上海`?",
    ],
  },
  {
    text: "[a](/contact/l-s-p.vcard)",
    problems: [
      "1:1  the link `/contact/l-s-p.vcard` leads to no page — did you mean `/contact/l-s-p.vcf`?",
    ],
  },
  {
    text: "[a](/nowhere/at/all/)",
    problems: [
      "1:1  the link `/nowhere/at/all/` leads to no page — correct the address, or take the link out",
    ],
  },
  {
    text: "[a](opening.md)",
    problems: [
      "1:1  the link `opening.md` leads to no page — correct the address, or take the link out",
    ],
  },
  {
    text: "[a](../../zh/abuot.md)",
    problems: [
      "1:1  the link `../../zh/abuot.md` leads to no page — did you mean `../../zh/about.md`?",
    ],
  },
  {
    text: "[a](../contact.md)",
    problems: [
      "1:1  the link `../contact.md` leads to no page — did you mean `../../zh/contact.md`?",
    ],
  },
  {
    text: "[关于](关于.md)",
    zh: true,
    problems: [
      "1:1  the link `关于.md` leads to no page — correct the address, or take the link out",
    ],
  },
  {
    text: "[a](/en/about/)",
    problems: ["1:1  the link `/en/about/` leads to no page — did you mean `/about/`?"],
  },
  {
    text: "[a](/content/en/about.md#shanghai)",
    problems: [
      "1:1  the link `/content/en/about.md#shanghai` leads to no page — did you mean `/about/#shanghai`?",
    ],
  },
  {
    text: "[a](/content/zh/)",
    problems: ["1:1  the link `/content/zh/` leads to no page — did you mean `/zh/`?"],
  },
  { text: "[a](/en/)", problems: ["1:1  the link `/en/` leads to no page — did you mean `/`?"] },
  {
    text: "[a](../about.md#shangai)",
    problems: [
      "1:1  the link `../about.md#shangai` leads to no heading of that page — did you mean `#shanghai`?",
    ],
  },
  {
    text: "[a](../about.md#Shanghai)",
    problems: [
      "1:1  the link `../about.md#Shanghai` leads to no heading of that page — did you mean `#shanghai`?",
    ],
  },
  {
    text: "[a](/about/#history)",
    problems: [
      "1:1  the link `/about/#history` leads to no heading of that page — take `#history` out of it, or name a heading that the page has",
    ],
  },
  {
    text: "[a](#nowhere)",
    problems: [
      "1:1  the link `#nowhere` leads to no heading of that page — take `#nowhere` out of it, or name a heading that the page has",
    ],
  },
  {
    text: "[a](../en/about.md#上海)",
    zh: true,
    problems: [
      "1:1  the link `../en/about.md#上海` leads to no heading of that page — take `#上海` out of it, or name a heading that the page has",
    ],
  },
  {
    text: "[a](#上每)",
    zh: true,
    problems: ["1:1  the link `#上每` leads to no heading of that page — did you mean `#上海`?"],
  },
  {
    text: "[a](/zh/about/#%E4%B8%8A%E6%AF%8F)",
    problems: [
      "1:1  the link `/zh/about/#%E4%B8%8A%E6%AF%8F` leads to no heading of that page — did you mean `#上海`?",
    ],
  },
  {
    text: "[a](draft.md)",
    problems: [
      "1:1  the link `draft.md` leads to content/en/news/draft.md, which is not published yet — publish that page first, or take the link out",
    ],
  },
  {
    text: "[a](/news/draft/#later)",
    problems: [
      "1:1  the link `/news/draft/#later` leads to content/en/news/draft.md, which is not published yet — publish that page first, or take the link out",
    ],
  },
  { text: "[a](draft.md#later) [b](/news/draft/)", published: false, problems: [] },
  {
    text: "[a](www.example.org)",
    problems: [
      "1:1  the link `www.example.org` to another site does not begin with `https://` — write `https://www.example.org`",
    ],
  },
  {
    text: "[a](getintouch@l-s-p.org.uk)",
    problems: [
      "1:1  the link `getintouch@l-s-p.org.uk` to an e-mail address does not begin with `mailto:` — write `mailto:getintouch@l-s-p.org.uk`",
    ],
  },
  {
    text: "[a](..\\\\about.md)",
    problems: ["1:1  the link `..\\about.md` has a backslash in it — write `../about.md`"],
  },
  {
    text: "[a](../about．md)",
    zh: true,
    problems: [
      "1:1  the link `../about．md` has the full-width character ． in it — write `../about.md`, with the characters of an English keyboard",
    ],
  },
  {
    text: "[a](../../../assets/photos/a.jpg)",
    problems: [
      "1:1  the link `../../../assets/photos/a.jpg` leads to a file that is not a page — link to a Markdown file like `../about.md` or to an address like `/about/`",
    ],
  },
  {
    text: "> - [x][y]\n\n[y]: ../abuot.md",
    problems: ["1:5  the link `../abuot.md` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../about.md) [b](/about/#shanghai) [c](../../zh/about.md#上海) [d](/zh/about/#%E4%B8%8A%E6%B5%B7) [e](/contact/l-s-p.vcf) [f](index.md) [g](/news/?page=2)",
    problems: [],
  },
  { text: "[上海](#上海) [en](../en/about.md#liverpool)", zh: true, problems: [] },
]);
