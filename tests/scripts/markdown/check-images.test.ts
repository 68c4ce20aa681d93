import { checks } from "./checks.ts";

checks([
  {
    text: "text ![a](b.jpg)",
    problems: [
      "1:6  the picture `b.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "![a](b.jpg)\n![c](d.jpg)",
    problems: [
      "1:1  the picture `b.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
      "2:1  the picture `d.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "[![江](b.jpg)](/zh/about/)",
    zh: true,
    problems: [
      "1:2  the picture `b.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "| ![a](b.jpg) |\n|---|",
    problems: [
      "1:3  the picture `b.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  { text: "![a](b.jpg)\n\n- ![a](b.jpg)\n\n> ![a](b.jpg)", problems: [] },
  {
    text: "a\n\n![a](b.jpg)",
    short: true,
    problems: [
      "3:1  the picture `b.jpg` stands in a short text, which has no room for one — take it out; the key `photo` names the picture that is shown",
    ],
  },
]);
