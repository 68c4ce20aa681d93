import { checks } from "./checks.ts";

checks([
  {
    text: "[](../about.md)",
    problems: [
      "1:1  the link to `../about.md` has no text to click on — write the words of the link between [ and ]",
    ],
  },
  {
    text: "[ ](/about/)",
    problems: [
      "1:1  the link to `/about/` has no text to click on — write the words of the link between [ and ]",
    ],
  },
  {
    text: "[x]()",
    problems: ["1:1  the link `[x]` leads nowhere — write the address between ( and )"],
  },
  {
    text: "[x](#)",
    problems: ["1:1  the link `[x]` leads nowhere — write the address between ( and )"],
  },
  {
    text: "[]()",
    problems: ["1:1  the link `[]` leads nowhere — write the address between ( and )"],
  },
  {
    text: "[![江](a.jpg)](/zh/about/)",
    zh: true,
    problems: [
      "1:2  the picture `a.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "[x](javascript:alert(1))",
    problems: [
      "1:1  the link `javascript:alert(1)` begins with `javascript:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](<java\tscript:a>)",
    problems: [
      "1:1  the link `java�script:a` begins with `java�script:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](data:text/html,a)",
    problems: [
      "1:1  the link `data:text/html,a` begins with `data:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "<vbscript:a>",
    problems: [
      "1:1  the link `vbscript:a` begins with `vbscript:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](FILE:///a)",
    problems: [
      "1:1  the link `FILE:///a` begins with `FILE:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](C:\\\\a.md)",
    problems: [
      "1:1  the link `C:\\a.md` begins with `C:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x][y]\n\n[y]: javascript:a",
    problems: [
      "1:1  the link `javascript:a` begins with `javascript:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](//example.org/a)",
    problems: [
      "1:1  the link `//example.org/a` begins with two slashes but not with `https:` — write `https://example.org/a`",
    ],
  },
  {
    text: "[a](\\\\\\\\server)",
    problems: [
      "1:1  the link `\\\\server` begins with two slashes but not with `https:` — write `https://server`",
    ],
  },
]);
