import assert from "node:assert/strict";
import test from "node:test";
import type { Language } from "../../../scripts/lib/languages.ts";
import { render } from "./site.ts";

/** The HTML of `text` in one line. */
const html = (text: string, language: Language = "en") =>
  render(text, language).replaceAll("\n", "");

test("a quotation that begins with its kind is a callout, with its title in words", () => {
  const box = (kind: string, inside: string, language = "en") =>
    `<div class="callout callout-${kind}" role="note">` +
    `<p class="callout-title">${language} callouts.${kind}</p>${inside}</div>`;
  assert.equal(html("> [!NOTE]\n> *a*"), box("note", "<p><em>a</em></p>"));
  assert.equal(html("> [!Tip]\n>\n> - a"), box("tip", "<ul><li>a</li></ul>"));
  assert.equal(html("> 【！WARNING】　甲。", "zh"), box("warning", "<p>甲。</p>", "zh"));
  const inner = html("> > [!important]- a\n>\n> [!caution]");
  assert.equal(inner, `<blockquote>${box("important", "<p>a</p>")}<p>[!caution]</p></blockquote>`);
});

test("an item that begins with a box is a task, open or done", () => {
  const box = (state: string, sign: string) =>
    `<li class="task"><span class="task-box task-${state}" role="img" aria-label="zh tasks.${state}">${sign}</span> `;
  const text = "- [ ] 甲\n- [x] **乙**\n- [X](a.md)\n- a [ ] b\n";
  const items = `${box("open", "☐")}甲</li>${box("done", "☑")}<strong>乙</strong></li>`;
  const others = '<li><a href="/base/a!">X</a></li><li>a [ ] b</li>';
  assert.equal(html(text, "zh"), `<ul>${items}${others}</ul>`);
});

test("a box may be written with the signs of another keyboard", () => {
  const states = (text: string) =>
    Array.from(html(text, "zh").matchAll(/ tasks\.(\w+)">.<\/span> ([^<]*)/g), ([, ...box]) => box);
  assert.deepEqual(states("- [] a\n- 【x】 b\n- 【】甲\n- ［√］乙\n- [✓] c"), [
    ["open", "a"],
    ["done", "b"],
    ["open", "甲"],
    ["done", "乙"],
    ["done", "c"],
  ]);
  assert.deepEqual(states("- []\n- []a\n- 【注】甲\n- [√](b.md)\n- \\[] c"), []);
});

test("the last line of a quotation names its source after a dash", () => {
  const figure = (said: string, source: string) =>
    `<figure class="quotation"><blockquote>${said}</blockquote><figcaption>${source}</figcaption></figure>`;
  assert.equal(html("> a\n> -- [b](c.md)"), figure("<p>a</p>", '— <a href="/base/a!">b</a>'));
  assert.equal(html("> - a\n>\n> — *B*"), figure("<ul><li>a</li></ul>", "— <em>B</em>"));
  assert.equal(html('> a\n> --- "B"'), figure("<p>a</p>", "— “B”"));
  assert.equal(html("> 潮\n> ——《书》", "zh"), figure("<p>潮</p>", "——《书》"));
});

test("a conversation, a line within emphasis, and a dash alone in a quotation are no sources", () => {
  for (const text of ["— a\n> — b", "— a\n>\n> — b", "*a\n> — b*", "— a", "`a\n> — b`"]) {
    assert.doesNotMatch(html(`> ${text}`), /figure/, text);
  }
});
