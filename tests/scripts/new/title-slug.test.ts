import assert from "node:assert/strict";
import { test } from "node:test";
import { titleSlug } from "../../../scripts/new/title-slug.ts";

const cases: [title: string, slug: string | undefined][] = [
  ["A River Festival", "a-river-festival"],
  ["Café “Shànghǎi”: Liverpool’s 3.5 % & more!", "cafe-shanghai-liverpools-3-5-and-more"],
  ["上海港 2026", "2026"],
  ["上海港", undefined],
  ["…", undefined],
  [
    "The partnership of the two cities turns twenty-five and looks to the next",
    "the-partnership-of-the-two-cities-turns-twenty-five-and",
  ],
  ["a".repeat(120), "a".repeat(60)],
  ["&".repeat(120), "and-and-and-and-and-and-and-and-and-and-and-and-and-and-and"],
];

for (const [title, slug] of cases) {
  test(`the files of “${title.slice(0, 40)}” are named ${slug}`, () => {
    assert.equal(titleSlug(title), slug);
  });
}
