import assert from "node:assert/strict";
import test from "node:test";
import type { Language } from "../../../scripts/lib/languages.ts";
import { render } from "./site.ts";

/** The HTML of `text` with less to read: attributes that other tests prove are left out. */
function outline(text: string, language: Language = "en"): string {
  return render(text, language)
    .replaceAll(/ (?:role|class|aria-label)="[^"]*"/g, "")
    .replaceAll("\n", "");
}

test("references and notes lead to each other, and say so to screen readers", () => {
  assert.equal(
    render("上海。[^1]\n\n[^1]: 注释。", "zh"),
    '<p>上海。<sup class="footnote-ref"><a href="#note_1" id="ref_1-1" role="doc-noteref"' +
      ' aria-label="zh footnotes.reference 1">1</a></sup></p>\n' +
      '<section class="footnotes" role="doc-endnotes" aria-label="zh footnotes.title">\n<ol>\n' +
      '<li id="note_1"><p>注释。 <a href="#ref_1-1" class="footnote-back" role="doc-backlink"' +
      ' aria-label="zh footnotes.back 1">↑</a></p>\n</li></ol>\n</section>\n',
  );
});

test("notes are numbered as the text refers to them, those of notes last", () => {
  const text = "[^z]: Z[^n]\n\na[^b][^Z]\n\n[^b]: B\n[^n]: N\n[^unused]: U[^lost]\n[^lost]: L";
  const notes = outline(text).match(/<li id="note_\d"><p>\w/g);
  assert.deepEqual(notes, ['<li id="note_1"><p>B', '<li id="note_2"><p>Z', '<li id="note_3"><p>N']);
});

test("from a note there is a way to each reference", () => {
  assert.match(
    outline("a[^1] b[^1]\n\n[^1]: c"),
    /c <a href="#ref_1-1">↑1<\/a> <a href="#ref_1-2">↑2<\/a>/,
  );
});

test("a note that is an address alone, or one word, is a note and no definition of a link", () => {
  assert.match(
    outline("a[^1]\n\n[^1]: https://a.org/b"),
    /<li id="note_1"><p><a href="https:\/\/a.org\/b">/,
  );
  assert.match(outline("note[^2]\n\n[^2]: note"), /<p>note<sup>.*<li id="note_1"><p>note /);
});

test("a note holds what stands four blanks in, and lines that go on", () => {
  const text = "a[^1]\n\n[^1]: b\nc\n\n    d\n\n    - e\n\nf";
  const note = "<p>bc</p><p>d</p><ul><li>e</li></ul>";
  assert.equal(
    outline(text),
    '<p>a<sup><a href="#note_1" id="ref_1-1">1</a></sup></p><p>f</p><section><ol>' +
      `<li id="note_1">${note}<p> <a href="#ref_1-1">↑</a></p></li></ol></section>`,
  );
});

test("notes stand in quotations and lists, and hold pictures and code", () => {
  const text =
    "- a[^1]\n\n  [^1]: ![b](b.jpg)\n\n> c[^2]\n>\n> [^2]:\n>     ```\n>     d\n>     ```";
  const html = outline(text);
  assert.match(html, /<li id="note_1"><figure>.*<\/figure><p> <a href="#ref_1-1">/);
  assert.match(html, /<li id="note_2"><pre tabindex="0"><code>d<\/code><\/pre><p> <a/);
});

test("a heading's id knows nothing of its footnote", () => {
  assert.match(render("## Docks[^1]\n\n[^1]: a"), /<h2 id="docks">/);
});

test("a page rendered twice has the same notes", () => {
  const text = "a[^1]\n\n[^1]: b";
  assert.equal(render(text), render(text));
  assert.equal(render("a[^1]"), "<p>a[^1]</p>\n");
});
