import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeFile, kindAndSize } from "../../../scripts/downloads/kinds.ts";
import { pdf } from "../../support/downloads.ts";

/** What is said of a file, with its place; undefined: nothing. */
function judged(path: string, content: string | Buffer): string | undefined {
  const found = judgeFile(path, Buffer.from(content));
  if (found === undefined) return undefined;
  const { line = 1, column = 1 } = found;
  return `${line}:${column} ${found.fault({ path, line, column }).message}`;
}

test("what programs write is sound", () => {
  assert.equal(judged("a.pdf", pdf), undefined);
  // Behind a proxy's or a printer's own lines, as readers take it.
  assert.equal(judged("a.pdf", `\n\n${pdf}\n`), undefined);
  // Excel marks its UTF-8, writes semicolons where a comma is the decimal point, and tabs on request.
  assert.equal(judged("a.csv", "\ufeffname,place\r\n"), undefined);
  assert.equal(judged("a.csv", "name;price\r\n河;1,50\r\n"), undefined);
  assert.equal(judged("a.csv", "name\tprice\nJosé\t1,50"), undefined);
  assert.equal(judged("a.csv", 'a,b\n"say ""hello"",\nto all",\n,2\n'), undefined);
  assert.equal(judged("a.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), undefined);
  const head = '<?xml version="1.0"?>\n<!-- a > b -->\n<gpx xmlns="x" creator=\'y\'>\n';
  assert.equal(
    judged("a.gpx", `${head}<wpt lat="1"/><n><![CDATA[<]]> &amp; &#26;</n></gpx>\n`),
    undefined,
  );
});

test("a table is told of at its row", () => {
  assert.equal(
    judged("a.csv", 'a,b\n"1\n2",3\n4\n5,6\n'),
    "4:1 this row has 1 columns, and the first one has 2",
  );
  assert.match(judged("a.csv", 'a,b\n1,"2\n') ?? "", /^2:3 .*quotation mark .* no pair/);
});

test("a track is well-formed and brings in nothing", () => {
  assert.match(judged("a.gpx", "<gpx><trk></gpx></trk>") ?? "", /^1:11 .*well-formed/);
  assert.match(judged("a.gpx", "<gpx>a & b</gpx>") ?? "", /^1:8 .*well-formed/);
  assert.match(judged("a.gpx", "<gpx><trk>") ?? "", /the end of `<gpx>` is missing/);
  assert.match(judged("a.gpx", '<!DOCTYPE gpx SYSTEM "x"><gpx></gpx>') ?? "", /holds a DOCTYPE/);
});

test("sizes are told as telephones tell them", () => {
  const told = (size: number) => kindAndSize({ path: "assets/downloads/a.pdf", size }).size;
  assert.deepEqual([1, 1499, 999_499, 999_500, 1_249_999, 12_000_000].map(told), [
    "1\u00a0kB",
    "1\u00a0kB",
    "999\u00a0kB",
    "1\u00a0MB",
    "1.2\u00a0MB",
    "12\u00a0MB",
  ]);
});
