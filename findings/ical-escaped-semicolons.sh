#!/bin/sh
# ical.js 2.2.1 reads `\;` in a vCard as a semicolon within structured values, and leaves the backslash in
# all others, in versions 3.0 and 4.0. Seen:
#   N:Docks\; quays;;;;     → Docks; quays
#   ADR:;;Docks\; quays;;;; → Docks; quays
#   FN:Docks\; quays        → Docks\; quays
#   NOTE:Docks\; quays      → Docks\; quays
# Expected: "Docks; quays" in each. In 3.0 a semicolon has to be escaped in any text (RFC 2426, section 4,
# `text-value` and `ESCAPED-CHAR`), in 4.0 it may be (RFC 6350, section 3.4).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact ical.js@2.2.1
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import ICAL from "ical.js";

const seen = [
  ["N:Docks\\; quays;;;;", "Docks; quays"],
  ["ADR:;;Docks\\; quays;;;;", "Docks; quays"],
  ["FN:Docks\\; quays", "Docks\\; quays"],
  ["NOTE:Docks\\; quays", "Docks\\; quays"],
];
for (const version of ["3.0", "4.0"]) {
  for (const [line, read] of seen) {
    const card = ["BEGIN:VCARD", `VERSION:${version}`, line, "END:VCARD", ""].join("\r\n");
    const [, [, [, , , value]]] = ICAL.parse(card);
    const found = [value].flat().filter((part) => part !== "").join();
    console.log(version, line, "→", found);
    assert.equal(found, read);
  }
}
JS
node run.mjs
