import assert from "node:assert/strict";
import test from "node:test";
import type { Original, Photograph } from "../../../scripts/photos/original.ts";
import {
  cropRegion,
  pictureModel,
  planRendition,
  renditionCollector,
} from "../../../scripts/photos/picture.ts";

const photograph: Photograph = {
  original: {
    path: "assets/photos/river.jpg",
    sha256: "a".repeat(64),
    width: 2880,
    height: 1920,
    format: "jpeg",
    tone: 17,
  },
  record: {
    alt: { en: "A river", zh: "" },
    caption: { en: "The river", zh: "这条河" },
    credit: { en: "Somebody", zh: "某人" },
    licence: "CC0-1.0",
    focus: { x: 0.5, y: 0.5 },
  },
};

test("gives a template everything, and notes exactly the renditions it names", () => {
  const renditions = renditionCollector();
  const base = "/twinning/";
  const model = pictureModel({ photograph, slot: "article", language: "en", base, renditions });
  assert.equal(model.alt, "A river");
  assert.equal(model.caption, "The river");
  assert.equal(model.toneClass, "tone-17");
  assert.deepEqual(
    model.sources.map(({ type }) => type),
    ["image/avif", "image/webp", "image/jpeg"],
  );
  assert.match(model.src, /^\/twinning\/photos\/river-\d+\.[0-9a-f]{10}\.jpg$/);
  assert.ok(Math.abs(model.width / model.height - 1.5) < 0.01);

  const named = new Set(
    model.sources.flatMap(({ srcset }) =>
      srcset.split(", ").map((candidate) => {
        const [, name, width] = /^\/twinning\/photos\/(\S+) (\d+)w$/.exec(candidate) ?? [];
        assert.ok(name?.includes(`-${width}.`), candidate);
        return name;
      }),
    ),
  );
  assert.deepEqual(new Set(renditions.all().map(({ name }) => name)), named);
  assert.ok(named.has(model.src.split("/").at(-1) ?? ""));
});

test("the use's text wins over the record's, and silence in both is a fault", () => {
  const renditions = renditionCollector();
  const request = { photograph, slot: "notice", base: "/", renditions } as const;
  assert.equal(pictureModel({ ...request, language: "zh", alt: " 江 " }).alt, "江");
  assert.equal(pictureModel({ ...request, language: "en", alt: "" }).alt, "A river");
  assert.throws(() => pictureModel({ ...request, language: "zh" }), /no alternative text/);
});

test("what two pages ask for is made once, in the same order whoever asks first", () => {
  const [one, other] = [renditionCollector(), renditionCollector()];
  const ask = (renditions: typeof one, slots: ("article" | "notice")[]) => {
    for (const slot of slots)
      pictureModel({ photograph, slot, language: "en", base: "/", renditions });
  };
  ask(one, ["article", "notice", "article"]);
  ask(other, ["notice", "article"]);
  assert.deepEqual(one.all(), other.all());
});

const picture = { width: 2880, height: 1920 };

test("without a ratio the whole picture is shown", () => {
  const whole = { left: 0, top: 0, width: 2880, height: 1920 };
  assert.deepEqual(cropRegion(picture, { x: 0.9, y: 0.1 }), whole);
});

test("a crop is as large as can be, with the focal point in its middle", () => {
  const square = { left: 960, top: 0, width: 1920, height: 1920 };
  assert.deepEqual(cropRegion(picture, { x: 2 / 3, y: 0.5 }, 1), square);
  const wide = { left: 0, top: 384, width: 2880, height: 960 };
  assert.deepEqual(cropRegion(picture, { x: 0.5, y: 0.45 }, 3), wide);
});

test("a focal point at the edge keeps the crop within the picture", () => {
  for (const focus of [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ]) {
    for (const ratio of [0.2, 1, 1.91, 7, 10_000]) {
      const { left, top, width, height } = cropRegion(picture, focus, ratio);
      assert.ok(left >= 0 && top >= 0 && width >= 1 && height >= 1);
      assert.ok(left + width <= picture.width && top + height <= picture.height);
    }
  }
});

const original: Original = {
  path: "assets/photos/Huangpu River (1).JPG",
  sha256: "a".repeat(64),
  width: 2880,
  height: 1920,
  format: "jpeg",
  tone: 5,
};
const whole = { left: 0, top: 0, width: 2880, height: 1920 };

test("the name says what it is, in letters that need no encoding", () => {
  const { name, width, height } = planRendition(original, whole, 780, "avif");
  assert.match(name, /^huangpu-river-1-780\.[0-9a-f]{10}\.avif$/);
  assert.deepEqual([width, height], [780, 520]);
  const chinese = planRendition({ ...original, path: "assets/photos/江.png" }, whole, 9, "jpeg");
  assert.match(chinese.name, /^photo-9\.[0-9a-f]{10}\.jpg$/);
});

test("the same name every time, another one for other bytes, formats, widths and crops", () => {
  const plan = planRendition(original, whole, 780, "avif");
  assert.deepEqual(planRendition(original, whole, 780, "avif"), plan);
  const others = [
    planRendition({ ...original, sha256: "b".repeat(64) }, whole, 780, "avif"),
    planRendition(original, whole, 780, "webp"),
    planRendition(original, whole, 781, "avif"),
    planRendition(original, { ...whole, left: 1, width: 2879 }, 780, "avif"),
  ];
  assert.equal(new Set([plan, ...others].map(({ key }) => key)).size, 5);
});

test("refuses to enlarge", () => {
  assert.throws(() => planRendition(original, whole, 2881, "avif"), RangeError);
});
