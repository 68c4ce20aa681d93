#!/bin/sh
# ical.js 2.2.1 takes a time that clocks show twice, since they go back, for the second of the two, and of a
# change of the clocks with `RDATE` it passes over the first, which `DTSTART` tells. Seen, for London in 2026:
#   Sunday 25 October, 01:30, told by a change each → 01:30 UTC
#   1 July, 12:00, told by a change each            → 11:00 UTC
#   1 July, 12:00, told by changes with RDATE       → 12:00 UTC
# Expected: 00:30 UTC, 11:00 UTC, 11:00 UTC. A local time that occurs twice means its first occurrence (RFC
# 5545, section 3.3.5), and the first onset of an observance is its `DTSTART`, whatever `RDATE` adds (section
# 3.6.5).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact ical.js@2.2.1
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import ICAL from "ical.js";

const observance = (kind, from, to, lines) =>
  [`BEGIN:${kind}`, ...lines, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `END:${kind}`];
const winter = observance("STANDARD", "+0000", "+0000", ["DTSTART:20260101T000000"]);
const zones = {
  "a change each": [
    ...winter,
    ...observance("DAYLIGHT", "+0000", "+0100", ["DTSTART:20260329T010000"]),
    ...observance("STANDARD", "+0100", "+0000", ["DTSTART:20261025T020000"]),
    ...observance("DAYLIGHT", "+0000", "+0100", ["DTSTART:20270328T010000"]),
  ],
  RDATE: [
    ...winter,
    ...observance("DAYLIGHT", "+0000", "+0100", ["DTSTART:20260329T010000", "RDATE:20270328T010000"]),
    ...observance("STANDARD", "+0100", "+0000", ["DTSTART:20261025T020000"]),
  ],
};
const seen = [
  ["20261025T013000", "a change each", "2026-10-25T01:30:00.000Z"],
  ["20260701T120000", "a change each", "2026-07-01T11:00:00.000Z"],
  ["20260701T120000", "RDATE", "2026-07-01T12:00:00.000Z"],
];
for (const [time, zone, read] of seen) {
  const calendar = [
    "BEGIN:VCALENDAR",
    ...["BEGIN:VTIMEZONE", "TZID:London", ...zones[zone], "END:VTIMEZONE"],
    ...["BEGIN:VEVENT", `DTSTART;TZID=London:${time}`, "END:VEVENT", "END:VCALENDAR", ""],
  ].join("\r\n");
  const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent("vevent");
  const start = event.getFirstPropertyValue("dtstart");
  const found = new Date(start.toUnixTime() * 1000).toISOString();
  console.log(time, zone, "→", found);
  assert.equal(found, read);
}
JS
node run.mjs
