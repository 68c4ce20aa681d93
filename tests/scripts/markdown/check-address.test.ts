import { checks } from "./checks.ts";

checks([
  {
    text: "[a](https://www.l-s-p.org.uk/about/?x#y)",
    problems: [
      "1:1  the link `https://www.l-s-p.org.uk/about/?x#y` names this site itself by its full address — write `/about/?x#y`",
    ],
  },
  {
    text: "<http://L-S-P.org.uk>",
    problems: [
      "1:1  the link `http://L-S-P.org.uk` names this site itself by its full address — write `/`",
    ],
  },
  {
    text: "[a](https:/example.org)",
    problems: [
      "1:1  the link `https:/example.org` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[a](https://)",
    problems: [
      "1:1  the link `https://` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[a](https://example)",
    problems: [
      "1:1  the link `https://example` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[a](<https://exa mple.org>)",
    problems: [
      "1:1  the link `https://exa mple.org` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[a](https://[x].org)",
    problems: [
      "1:1  the link `https://[x].org` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[站](https：//example.org)",
    zh: true,
    problems: [
      "1:1  the link `https：//example.org` has the full-width character ： in it — write `https://example.org`, with the characters of an English keyboard",
    ],
  },
  {
    text: "[站](https://example。org)",
    zh: true,
    problems: [
      "1:1  the link `https://example。org` has the full-width character 。 in it — write `https://example.org`, with the characters of an English keyboard",
    ],
  },
  {
    text: "[a](mailto:x)",
    problems: [
      "1:1  the link `mailto:x` is not a complete e-mail address — write it like `mailto:name@example.org`",
    ],
  },
  {
    text: "[a](mailto:a@b)",
    problems: [
      "1:1  the link `mailto:a@b` is not a complete e-mail address — write it like `mailto:name@example.org`",
    ],
  },
  {
    text: "[a](tel:call)",
    problems: [
      "1:1  the link `tel:call` is not a telephone number — write its digits without spaces, like `tel:01511234567`",
    ],
  },
  {
    text: "[a](<tel:01824 8269>)",
    problems: [
      "1:1  the link `tel:01824 8269` is not a telephone number — write its digits without spaces, like `tel:01511234567`",
    ],
  },
  {
    text: "[a](https://例子.org/上海_(港)?q=1#x) <a@b.org> [c](tel:+44-0182482692744) [d](mailto:a@b.org?subject=x) [e](https://sub.l-s-p.org.uk/)",
    zh: true,
    problems: [],
  },
  ...[
    ["http://localhost:8080/about/", "machine"],
    ["https://LOCALHOST./about/", "machine"],
    ["http://127.0.0.1/about/", "machine"],
    ["http://[::1]/about/", "machine"],
    ["http://10.0.0.1/about/", "network"],
    ["http://172.31.0.1/about/", "network"],
    ["http://192.168.1.4/about/", "network"],
    ["http://[fd00::1]/about/", "network"],
    ["http://printer.local/about/", "network"],
  ].map(([href, whose]) => ({
    text: `[a](${href})`,
    problems: [
      `1:1  the link \`${href}\` leads to your own ${whose}, which visitors cannot reach — write the address on this site, such as \`/about/\`, or take the link out`,
    ],
  })),
  {
    text: "<http://172.32.0.1/> <http://8.8.8.8/> <http://localhost.example.org/> <http://fd.example/>",
    problems: [],
  },
]);
