import assert from "node:assert/strict";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { parseFragment } from "parse5";
import { crossingMap } from "../../../../scripts/outputs/crossing/map.ts";

const liverpool = { latitude: 53.4047, longitude: -2.9963 };
const shanghai = { latitude: 31.24, longitude: 121.49 };
const words = {
  description: "A chart of the course from “Liverpool” & back",
  from: "Liverpool",
  to: "Shanghai",
  fromPosition: "53°24′N 2°59′W",
  toPosition: "31°14′N 121°29′E",
  waters: {
    arctic: "Arctic Ocean",
    atlantic: "Atlantic Ocean",
    norwegianSea: "Norwegian Sea",
    barentsSea: "Barents Sea",
    mediterranean: "Mediterranean Sea",
    blackSea: "Black Sea",
    caspian: "Caspian Sea",
    eastChinaSea: "East China Sea",
    pacific: "Pacific Ocean",
  },
  summary: ["9,200 km", "5,700 miles", "8 h ahead in winter", "7 h in summer"],
};
const map = crossingMap(liverpool, shanghai, words);

test("takes at most 5 kB in the page, compressed", () => {
  const bytes = brotliCompressSync(map).length;
  assert.ok(bytes <= 5000, `${bytes} bytes`);
});

test("leaves every colour, size and style to the stylesheet", () => {
  assert.doesNotMatch(map, /\s(style|fill|stroke|stroke-width|font-size|opacity|onload)=/);
});

test("one picture to a screen reader, with the description for a name", () => {
  assert.ok(
    map.startsWith(
      '<div class="crossing-map" role="img" aria-label="A chart of the course from “Liverpool” &amp; back">',
    ),
  );
  assert.equal(map.match(/<svg class=/g)?.length, 2);
  assert.equal(map.match(/aria-hidden="true"/g)?.length, 2);
});

test("both ports, their coordinates and the summary stand on both sheets", () => {
  const [, wide, tall] = map.split(/<svg class=/);
  for (const sheet of [wide ?? "", tall ?? ""]) {
    for (const text of [
      words.from,
      words.to,
      words.fromPosition,
      words.toPosition,
      ...words.summary,
    ]) {
      assert.ok(sheet.includes(text), text);
    }
  }
});

test("every name of a water is on a sheet", () => {
  for (const name of Object.values(words.waters)) assert.ok(map.includes(`>${name}</text>`), name);
});

test("every id is there once and every reference has one", () => {
  const ids = [...map.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, target] of map.matchAll(/href="#([^"]+)"/g))
    assert.ok(ids.includes(target), target);
});

test("parses as HTML without an error", () => {
  const errors: string[] = [];
  parseFragment(map, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code }) => errors.push(code),
  });
  assert.deepEqual(errors, []);
});

test("markup in words is text", () => {
  const odd = crossingMap(liverpool, shanghai, { ...words, from: "<b>&", description: '"<b>' });
  assert.ok(odd.includes("&lt;b&gt;&amp;</text>"));
  assert.ok(odd.includes('aria-label="&quot;&lt;b&gt;"'));
});

test("the same every time", () => {
  assert.equal(crossingMap(liverpool, shanghai, words), map);
});
