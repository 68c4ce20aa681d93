import assert from "node:assert/strict";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { crossingMap } from "../../../scripts/outputs/crossing/map.ts";
import { neatline } from "../../../scripts/outputs/crossing/neatline.ts";
import { arcData, pathData, simplifyLine } from "../../../scripts/outputs/crossing/paths.ts";
import {
  chartProjection,
  invert,
  type Point,
  project,
} from "../../../scripts/outputs/crossing/projection.ts";

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

test("both ports, their coordinates and the summary stand on both sheets, every water on one", () => {
  const [, wide, tall] = map.split(/<svg class=/);
  for (const sheet of [wide ?? "", tall ?? ""]) {
    const { from, to, fromPosition, toPosition, summary } = words;
    for (const text of [from, to, fromPosition, toPosition, ...summary]) {
      assert.ok(sheet.includes(text), text);
    }
  }
  // Some names stand in two lines.
  for (const word of Object.values(words.waters).join(" ").split(" ")) {
    assert.match(map, new RegExp(`[> ]${word}[ <]`));
  }
});

test("markup in words is text", () => {
  const odd = crossingMap(liverpool, shanghai, { ...words, from: "<b>&", description: '"<b>' });
  assert.ok(odd.includes("&lt;b&gt;&amp;</text>"));
  assert.ok(odd.includes('aria-label="&quot;&lt;b&gt;"'));
});

/** Points that are written as `x,y x,y …`. */
const pointsOf = (points: string) =>
  points.split(" ").map((point) => point.split(",").map(Number) as [number, number]);

for (const course of ["200,184 986,226", "500,400 100,50"]) {
  test(`both ports stand where they should, and east is not west: ${course}`, () => {
    const [from = [0, 0], to = [0, 0]] = pointsOf(course);
    const ports = [
      { position: liverpool, at: from },
      { position: shanghai, at: to },
    ] as const;
    const projection = chartProjection(...ports);
    for (const { position, at } of ports) {
      const [x, y] = project(projection, position);
      assert.ok(Math.hypot(x - at[0], y - at[1]) < 1e-6);
      assert.ok(Math.abs(invert(projection, at).latitude - position.latitude) < 1e-6);
    }
    // Going from Liverpool to Shanghai, the pole is on the left.
    const [x, y] = project(projection, { latitude: 90, longitude: 0 });
    assert.ok((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]) < 0);
  });
}

test("a quarter of a circle is one arc of its radius, a straight line is a line", () => {
  const quarter = pointsOf("100,0 70.7107,70.7107 0,100");
  assert.equal(arcData([quarter]), "M100 0a100 100 0 0 1-100 100");
  assert.equal(arcData([quarter.toReversed()]), "M0 100a100 100 0 0 0 100-100");
  assert.equal(arcData([pointsOf("0,0 5,5 10,10")]), "M0 0l10 10");
});

/** What is drawn of rings and lines. */
const drawn = (...lines: { points: string; closed: boolean }[]) =>
  pathData(lines.map(({ points, closed }) => ({ points: pointsOf(points), closed })));

test("paths have whole units, relative steps, no needless space, and no point twice", () => {
  assert.equal(drawn({ points: "10.4,20.4 15,10 5,10.2", closed: true }), "m10 20l5-10-10 0z");
  assert.equal(drawn({ points: "0,0 0.2,0.2 3,0", closed: false }), "m0 0l3 0");
});

test("the next ring starts from where the one before began", () => {
  const first = { points: "10,10 20,10 20,20", closed: true };
  const second = { points: "30,10 40,10", closed: false };
  assert.equal(drawn(first, second), "m10 10l10 0 0 10zm20 0l10 0");
});

test("rounding adds up: steps come from rounded points, not the other way round", () => {
  const points = Array.from({ length: 11 }, (_, index) => `${index * 0.6},0`).join(" ");
  const steps = drawn({ points, closed: false }).split("l")[1]?.split(" ").map(Number) ?? [];
  assert.equal(
    steps.reduce((sum, step) => sum + step, 0),
    6,
  );
});

test("small wrinkles go, the cape and both ends stay", () => {
  const line = pointsOf("0,0 10,0.1 20,0 30,40 40,0 50,0.1 60,0");
  assert.deepEqual(
    simplifyLine(line, () => 5),
    pointsOf("0,0 20,0 30,40 40,0 60,0"),
  );
});

test("the area counts where the point is", () => {
  const line = pointsOf("0,0 10,3 20,0 30,0 40,3 50,0");
  const kept = simplifyLine(line, ([x]) => (x < 25 ? 100 : 1)).map(([x]) => x);
  assert.ok(!kept.includes(10) && kept.includes(40), kept.join());
});

// A flat chart: ten units a degree, from 0° in the lower left corner.
const flat = ([x, y]: Point) => ({ longitude: (x + 0.5) / 10, latitude: (199.5 - y) / 10 });
const square = { left: 10, top: 20, width: 200, height: 200 };

test("the scale is black and white by turns, every five degrees, on all four edges", () => {
  const { scale, figures } = neatline(square, flat, 5);
  assert.match(scale, /^M10 17h50M110 17h50M10 223h50M110 223h50M7 \d+v/);
  assert.equal(scale.match(/M/g)?.length, 8);
  assert.deepEqual(figures, [], "no figures unless asked for");
});

test("figures stand where the whole degrees meet the border, away from the corners", () => {
  const { figures } = neatline(square, flat, 5, [10, 5]);
  assert.deepEqual(
    figures.filter(({ axis }) => axis === "longitude"),
    [
      { at: [100, 0], degrees: 10, axis: "longitude" },
      { at: [100, 200], degrees: 10, axis: "longitude" },
    ],
  );
  const west = figures.filter(({ axis, at }) => axis === "latitude" && at[0] === 0);
  assert.deepEqual(
    west.map(({ degrees }) => degrees),
    [15, 10, 5],
  );
});
