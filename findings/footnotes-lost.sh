#!/bin/sh
# markdown-it-footnote 4.0.0 (with markdown-it 15.0.3) loses notes without a word: one that nothing refers
# to is not shown, of two that have one name the last is, and a note that only the alt text of a picture
# refers to stands in the list, with a way back to a reference that is nowhere. Seen:
#   a / [^2]: lost                     → <p>a</p>
#   a[^1] / [^1]: one / [^1]: two      → the note “two”
#   ![alt[^1]](x.jpg) / [^1]: n        → href="#fnref1" in the list, no id="fnref1" in the text
# Expected: the first of two counts, as of two definitions of a link (CommonMark 0.31, link reference
# definitions), and nothing leads back to nowhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact markdown-it@15.0.3 markdown-it-footnote@4.0.0
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import footnotes from "markdown-it-footnote";
import MarkdownIt from "markdown-it";

const render = (text) => new MarkdownIt().use(footnotes).render(text);
const unused = render("a\n\n[^2]: lost");
const twice = render("a[^1]\n\n[^1]: one\n[^1]: two");
const inAlt = render("![alt[^1]](x.jpg)\n\n[^1]: n");
console.log(unused, twice, inAlt);
assert.equal(unused, "<p>a</p>\n");
assert.match(twice, /<p>two /);
assert.doesNotMatch(twice, /one/);
assert.match(inAlt, /href="#fnref1"/);
assert.doesNotMatch(inAlt, /id="fnref1"/);
JS
node run.mjs
