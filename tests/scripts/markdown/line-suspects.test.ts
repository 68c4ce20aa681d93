import { checks } from "./checks.ts";

checks([
  {
    text: "##Title",
    problems: [
      "1:1  `##Title` is no heading, because no ordinary space follows its # — write `## Title`",
    ],
  },
  {
    text: "a\n##上海 **港**",
    zh: true,
    problems: [
      "2:1  `##上海 **港**` is no heading, because no ordinary space follows its # — write `## 上海 **港**`",
    ],
  },
  {
    text: "##　标题",
    zh: true,
    problems: [
      "1:1  `##　标题` is no heading, because no ordinary space follows its # — write `## 标题`",
    ],
  },
  {
    text: "# Title",
    problems: [
      "1:1  `# Title` is no heading, because no ordinary space follows its # — write `## Title`",
    ],
  },
  {
    text: "＃＃ 标题",
    zh: true,
    problems: [
      "1:1  `＃＃ 标题` is no heading, because of the full-width ＃ — write `## 标题`, with the # of an English keyboard",
    ],
  },
  {
    text: "> ＃　标题",
    zh: true,
    problems: [
      "1:3  `＃　标题` is no heading, because of the full-width ＃ — write `## 标题`, with the # of an English keyboard",
    ],
  },
  { text: "#1 of 2\n#话题# ＃话题\n\\##x\n#######x", problems: [] },
  {
    text: "```\ncode",
    problems: [
      "1:1  the code that begins here has no end, so that all that follows is shown as code — put a line of ``` where the code ends",
    ],
  },
  {
    text: "text\n> ```js\n> code\n\ntext",
    problems: [
      "2:3  the code that begins here has no end, so that all that follows is shown as code — put a line of ``` where the code ends",
    ],
  },
  {
    text: "- a\n\n  ~~~~js\n  x\n  ~~~\n",
    problems: [
      "3:3  the code that begins here has no end, so that all that follows is shown as code — put a line of ~~~~ where the code ends",
    ],
  },
  {
    text: "```",
    problems: [
      "1:1  the code that begins here has no end, so that all that follows is shown as code — put a line of ``` where the code ends",
    ],
  },
  {
    text: "```\na\n    ```",
    problems: [
      "1:1  the code that begins here has no end, so that all that follows is shown as code — put a line of ``` where the code ends",
    ],
  },
  { text: "```\na\n```\n\n~~~\n```\n~~~~\n\n> ```\n> ```", problems: [] },
  {
    text: "| a | b |\n|---|---|\n| 上 | \\| 海 | 港 | |\n| 1 |\n||",
    problems: [
      "3:14  this cell has no column in the first row of its table, so that it would be lost — add the column to the first two rows, or write `\\|` for a | that is no border",
    ],
  },
  {
    text: "> a |\n> -|\n> 1|2",
    problems: [
      "3:5  this cell has no column in the first row of its table, so that it would be lost — add the column to the first two rows, or write `\\|` for a | that is no border",
    ],
  },
  {
    text: ">".repeat(120),
    problems: [
      "1:1  lists and quotations stand so deep in each other here that the rest would be lost — take some of them apart",
    ],
  },
  {
    text: `${"- ".repeat(60)}a`,
    problems: [
      "1:1  lists and quotations stand so deep in each other here that the rest would be lost — take some of them apart",
    ],
  },
]);
