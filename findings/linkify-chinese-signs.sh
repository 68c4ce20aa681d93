#!/bin/sh
# markdown-it 15.0.3 with `linkify` ends a bare address before some signs of Chinese and not before others,
# takes the Chinese behind it along, and finds no e-mail address right behind Chinese. Seen:
#   https://example.org/x，乙      → https://example.org/x
#   https://example.org/x～乙      → https://example.org/x%EF%BD%9E%E4%B9%99
#   https://example.org/x＋乙      → https://example.org/x%EF%BC%8B%E4%B9%99
#   见https://example.org/码头吧   → https://example.org/%E7%A0%81%E5%A4%B4%E5%90%A7
#   me@example.org.                → mailto:me@example.org
#   电邮：me@example.org           → no link
#   邮箱me@example.org             → no link
# Expected: one rule for all full-width signs (Unicode category S as well as P), and an e-mail address
# behind ： as behind a colon and a blank.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact markdown-it@15.0.3
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";

const md = new MarkdownIt({ linkify: true });
const linked = (text) => /href="([^"]*)"/.exec(md.render(text))?.[1];
const seen = [
  ["https://example.org/x，乙", "https://example.org/x"],
  ["https://example.org/x～乙", "https://example.org/x%EF%BD%9E%E4%B9%99"],
  ["https://example.org/x＋乙", "https://example.org/x%EF%BC%8B%E4%B9%99"],
  ["见https://example.org/码头吧", "https://example.org/%E7%A0%81%E5%A4%B4%E5%90%A7"],
  ["me@example.org.", "mailto:me@example.org"],
  ["电邮：me@example.org", undefined],
  ["邮箱me@example.org", undefined],
];
for (const [text, address] of seen) {
  console.log(text, "→", linked(text));
  assert.equal(linked(text), address);
}
JS
node run.mjs
