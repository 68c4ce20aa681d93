import { checks } from "./checks.ts";

checks([
  {
    text: "# Title",
    problems: [
      "1:1  the heading `# Title` has one #, which is for the title of the page — write `## Title`",
    ],
  },
  {
    text: "上海\n=====",
    zh: true,
    problems: [
      "1:1  the line of = below `上海` makes it a heading like the title of the page — write `## 上海` and delete the line of =",
    ],
  },
  {
    text: "### 上海",
    zh: true,
    problems: ["1:1  the first heading is `### 上海`, and a text begins with ## — write `## 上海`"],
  },
  {
    text: "## A\n\n#### B\n\n##### C\n\n## D\n\n### E",
    problems: ["3:1  the heading `#### B` follows one with ## — write `### B`"],
  },
  {
    text: "# A\n\n## B",
    problems: [
      "1:1  the heading `# A` has one #, which is for the title of the page — write `## A`",
    ],
  },
  {
    text: "##",
    problems: ["1:1  this heading has no text — write its text after `## `, or delete the line"],
  },
  {
    text: "## A\n\n> ###\n",
    problems: ["3:3  this heading has no text — write its text after `### `, or delete the line"],
  },
  {
    text: "# ",
    problems: ["1:1  this heading has no text — write its text after `## `, or delete the line"],
  },
  {
    text: "## ![](a.jpg)",
    problems: [
      "1:1  this heading has no text — write its text after `## `, or delete the line",
      "1:4  the picture `a.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "a\n\n  ## A",
    short: true,
    problems: [
      "3:3  the heading `A` stands in a short text, which has no room for one — take it out; a short text has paragraphs, lists and links",
    ],
  },
  { text: "## A\n\n### B\n\n## C", problems: [] },
]);
