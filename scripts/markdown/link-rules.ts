import type { Rules } from "../problems/problem.ts";

/** Links, and where they lead. */
export const linkRules = {
  "link-without-text": {
    severity: "error",
    message: "the link to `{href}` has no text to click on",
    remedy: "write the words of the link between [ and ]",
    example: { href: "../about.md" },
  },
  "link-without-target": {
    severity: "error",
    message: "the link `[{text}]` leads nowhere",
    remedy: "write the address between ( and )",
    example: { text: "About" },
  },
  "link-misspelt": {
    severity: "error",
    message: "the link `{href}` leads to no page",
    remedy: "did you mean `{nearest}`?",
    example: { href: "../abuot.md", nearest: "../about.md" },
  },
  "link-to-no-page": {
    severity: "error",
    message: "the link `{href}` leads to no page",
    remedy: "correct the address, or take the link out",
    example: { href: "/opening-hours/" },
  },
  "link-fragment-misspelt": {
    severity: "error",
    message: "the link `{href}` leads to no heading of that page",
    remedy: "did you mean `{nearest}`?",
    example: { href: "about.md#shangai", nearest: "about.md#shanghai" },
  },
  "link-to-no-heading": {
    severity: "error",
    message: "the link `{href}` leads to no heading of that page",
    remedy: "{advice}",
    example: {
      href: "about.md#history",
      advice: "take `#history` out of it, or name a heading that the page has",
    },
  },
  "link-unpublished": {
    severity: "error",
    message: "the link `{href}` leads to {source}, which is not published yet",
    remedy: "publish that page first, or take the link out",
    example: { href: "new-year.md", source: "content/en/news/new-year.md" },
  },
  "link-to-file": {
    severity: "error",
    message: "the link `{href}` leads to a file that is not a page",
    remedy: "link to a Markdown file like `../about.md` or to an address like `/about/`",
    example: { href: "../../assets/photos/docks.jpg" },
  },
  "link-to-document": {
    severity: "error",
    message: "the link `{href}` leads to a file where none is published",
    remedy: "put the file into `assets/downloads/`, and write `{better}`",
    example: { href: "programme.pdf", better: "../../../assets/downloads/programme.pdf" },
  },
  "link-backslash": {
    severity: "error",
    message: "the link `{href}` has a backslash in it",
    remedy: "write `{better}`",
    example: { href: "..\\about.md", better: "../about.md" },
  },
  "link-no-scheme": {
    severity: "error",
    message: "the link `{href}` to another site does not begin with `https://`",
    remedy: "write `{better}`",
    example: { href: "www.example.org", better: "https://www.example.org" },
  },
  "link-no-mailto": {
    severity: "error",
    message: "the link `{href}` to an e-mail address does not begin with `mailto:`",
    remedy: "write `mailto:{href}`",
    example: { href: "getintouch@example.org" },
  },
  "link-wide-character": {
    severity: "error",
    message: "the link `{href}` has the full-width character {character} in it",
    remedy: "write `{better}`, with the characters of an English keyboard",
    example: { href: "https：//example.org", character: "：", better: "https://example.org" },
  },
  "link-wide-name": {
    severity: "error",
    message: "the link `{href}` has the full-width character {character} in it",
    remedy: "write `{better}`, which leads to the same page",
    example: {
      href: "https://example.org/你好，再见",
      character: "，",
      better: "https://example.org/你好%EF%BC%8C再见",
    },
  },
  "link-bare-end": {
    severity: "error",
    message: "the address `{address}` has Chinese behind it, which may be a part of it or not",
    remedy: "put a blank between the two, or write the whole address between < and >",
    example: { address: "https://zh.wikipedia.org/wiki/" },
  },
  "link-unsafe": {
    severity: "error",
    message: "the link `{href}` begins with `{scheme}`, which is not allowed",
    remedy: "link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    example: { href: "javascript:alert(1)", scheme: "javascript:" },
  },
  "link-two-slashes": {
    severity: "error",
    message: "the link `{href}` begins with two slashes but not with `https:`",
    remedy: "write `{better}`",
    example: { href: "//example.org", better: "https://example.org" },
  },
  "link-malformed": {
    severity: "error",
    message: "the link `{href}` is not a complete address",
    remedy: "copy the whole of it from the browser, such as `https://www.example.org/page`",
    example: { href: "https:/example" },
  },
  "link-mail-malformed": {
    severity: "error",
    message: "the link `{href}` is not a complete e-mail address",
    remedy: "write it like `mailto:name@example.org`",
    example: { href: "mailto:name" },
  },
  "link-telephone-form": {
    severity: "error",
    message: "the link `{href}` is a telephone number that cannot be dialled as it is written",
    remedy: "write `{better}`",
    example: { href: "tel:+44(0)1511234567", better: "tel:+441511234567" },
  },
  "link-telephone-short": {
    severity: "error",
    message: "the link `{href}` does not say in which country that short number is dialled",
    remedy: "write the country's code behind it, like `{better}` in Britain",
    example: { href: "tel:112", better: "tel:112;phone-context=+44" },
  },
  "link-telephone-malformed": {
    severity: "error",
    message: "the link `{href}` is not a whole telephone number with its country's code",
    remedy: "after `tel:` write `+`, the country's code and all digits, without a 0 before them",
    example: { href: "tel:01511234567" },
  },
  "link-own-origin": {
    severity: "error",
    message: "the link `{href}` names this site itself by its full address",
    remedy: "write `{better}`",
    example: { href: "https://www.l-s-p.org.uk/about/", better: "/about/" },
  },
  "link-own-machine": {
    severity: "error",
    message: "the link `{href}` leads to {host}, which visitors cannot reach",
    remedy: "write the address on this site, such as `{better}`, or take the link out",
    example: {
      href: "http://localhost:8080/about/",
      host: "your own machine",
      better: "/about/",
    },
  },
  "film-unnamed": {
    severity: "error",
    message: "a picture leads to a film, `{href}`, and nobody is told its name and length",
    remedy:
      'write both behind the address, between two ", such as `{href} "A walk along the docks, 3:42"`',
    example: { href: "https://vimeo.com/1" },
  },
  "film-no-length": {
    severity: "error",
    message: "a picture leads to the film `{title}`, and nobody is told how long it is",
    remedy: "write minutes and seconds behind its name, such as `{name}, 3:42`",
    example: { title: "A walk along the docks", name: "A walk along the docks" },
  },
  "film-length": {
    severity: "error",
    message: "the length in `{title}` is not written as minutes and seconds",
    remedy: "write `{better}`",
    example: { title: "A walk along the docks, 3,42", better: "A walk along the docks, 3:42" },
  },
} as const satisfies Rules;

/** What was meant to be a link or a picture and is shown as typed. */
export const brokenLinkRules = {
  "link-space": {
    severity: "error",
    message: "`{written}` is shown as typed, because its address has a space in it",
    remedy: "write `{mark}[{text}]({encoded})` or `{mark}[{text}](<{target}>{title})`",
    example: {
      written: "[a](b c.md)",
      mark: "",
      text: "a",
      target: "b c.md",
      title: "",
      encoded: "b%20c.md",
    },
  },
  "link-size": {
    severity: "error",
    message: "`{written}` is shown as typed, because of the size: pages give each picture its own",
    remedy: "write `{mark}[{text}]({target}{title})`",
    example: { written: "![](a.jpg =300x200)", mark: "!", text: "", target: "a.jpg", title: "" },
  },
  "link-quotes": {
    severity: "error",
    message: "`{written}` is shown as typed, because of the quotation marks around its title",
    remedy: "write `{mark}[{text}]({target}{title})`",
    example: {
      written: "[a](b.md “c”)",
      mark: "",
      text: "a",
      target: "b.md",
      title: ' "c"',
    },
  },
  "link-gap": {
    severity: "error",
    message: "`{written}` is shown as typed, because of the space between ] and (",
    remedy: "write `{mark}[{text}]({target})`",
    example: { written: "[a] (b.md)", mark: "", text: "a", target: "b.md" },
  },
  "link-wide-brackets": {
    severity: "error",
    message: "`{written}` is shown as typed, because of the full-width {characters}",
    remedy:
      "write `{mark}[{text}]({target})`, with the characters ! [ ] ( ) of an English keyboard",
    example: {
      written: "[关于]（about.md）",
      characters: "（ ）",
      mark: "",
      text: "关于",
      target: "about.md",
    },
  },
  "link-brackets": {
    severity: "error",
    message:
      "`{written}` is shown as typed, because the brackets around its address are not ( and )",
    remedy: "write `{mark}[{text}]({target})`",
    example: { written: "(About)[../about.md]", mark: "", text: "About", target: "../about.md" },
  },
  "link-double-brackets": {
    severity: "error",
    message: "`{written}` is shown as typed, because of its double brackets",
    remedy: "write `{mark}[{text}]({target})`",
    example: { written: "[[About]]", mark: "", text: "About", target: "address" },
  },
  "link-undefined": {
    severity: "error",
    message: "`{written}` is shown as typed, because no line says what `[{label}]` is",
    remedy: "write `{mark}[{text}](address)`",
    example: { written: "[Docks][1]", mark: "", text: "Docks", label: "1" },
  },
} as const satisfies Rules;
