import assert from "node:assert/strict";
import test from "node:test";
import {
  cropRegion,
  fixedPicture,
  pictureModel,
  renditionCollector,
} from "../../../scripts/photos/picture.ts";
import { type SlotName, shapeStyles } from "../../../scripts/photos/slots.ts";
import { nearestTone, toneStyles, tones } from "../../../scripts/photos/tones.ts";
import { photographOf } from "./pictures.ts";

const photograph = photographOf("assets/photos/river.jpg", Buffer.from("a"), 2880, 1920);
const of = (path: string, width: number, height: number, bytes = "a") =>
  photographOf(path, Buffer.from(bytes), width, height);

function show(slot: SlotName, shown = photograph, base = "/") {
  const renditions = renditionCollector();
  const model = pictureModel({ photograph: shown, slot, language: "en", base, renditions });
  const widths = [...(model.sources[0]?.srcset ?? "").matchAll(/ (\d+)w/g)];
  return {
    ...model,
    renditions: renditions.all(),
    widths: widths.map((match) => Number(match[1])),
  };
}

test("gives a template everything, and notes exactly the renditions it names", () => {
  const model = show("article", photograph, "/twinning/");
  assert.deepEqual(
    [model.alt, model.caption, model.credit, model.classes],
    ["A river", "The river", "Somebody", "tone-17 shape-0"],
  );
  assert.deepEqual(
    model.sources.map(({ type }) => type),
    ["image/avif", "image/webp"],
  );
  assert.match(model.src, /^\/twinning\/photos\/river-\d+\.[0-9a-f]{10}\.jpg$/);
  assert.ok(Math.abs(model.width / model.height - 1.5) < 0.01);
  const candidates = model.sources.flatMap(({ srcset }) => srcset.split(", "));
  const named = candidates.map((candidate) => {
    const [, name, width] = /^\/twinning\/photos\/(\S+) (\d+)w$/.exec(candidate) ?? [];
    assert.ok(name?.includes(`-${width}.`), candidate);
    return name;
  });
  // And one JPEG, for browsers that know neither.
  named.push(model.src.split("/").at(-1));
  assert.deepEqual(model.renditions.map(({ name }) => name).sort(), named.sort());
  assert.equal(model.width, 1280);
});

test("the use's text wins over the record's, and silence in both is a fault", () => {
  const renditions = renditionCollector();
  const request = { photograph, slot: "notice", base: "/", renditions } as const;
  assert.equal(pictureModel({ ...request, language: "zh", alt: " 江 " }).alt, "江");
  assert.equal(pictureModel({ ...request, language: "en", alt: "" }).alt, "A river");
  assert.throws(() => pictureModel({ ...request, language: "zh" }), /no alternative text/);
});

test("what two pages ask for is made once, in the same order whoever asks first", () => {
  const ask = (...slots: SlotName[]) => {
    const renditions = renditionCollector();
    for (const slot of slots) {
      pictureModel({ photograph, slot, language: "en", base: "/", renditions });
    }
    return renditions.all();
  };
  assert.deepEqual(ask("article", "notice", "article"), ask("notice", "article"));
});

test("sizes and widths follow from the same steps", () => {
  const screen = show("screen");
  assert.equal(
    screen.sizes,
    "(min-width: 104rem) 43.6rem, (min-width: 44rem) calc(46vw - 3.925rem), " +
      "(min-resolution: 2.5dppx) and (pointer: coarse) calc(66.667vw - 4.35rem), calc(100vw - 6.525rem)",
  );
  // 393 less 104.4 pixels twice, 697.6 once and twice, 46 % of 1536 less 62.8 with 1.25.
  assert.deepEqual(screen.widths, [578, 698, 805, 1396]);
  assert.deepEqual(show("article").widths, [710, 1433, 2512]);
  const notice = show("notice");
  assert.equal(
    notice.sizes,
    "(min-width: 44rem) 10.5rem, (min-resolution: 2.5dppx) and (pointer: coarse) 5rem, 7.5rem",
  );
  // Of 210 and 240 the wider one is enough.
  assert.deepEqual(notice.widths, [168, 240, 336]);
});

test("a whole photograph is held to the window’s height by the next shape that is not wider", () => {
  const shapeOf = (slot: SlotName, width: number, height: number) => {
    const { classes, sizes } = show(slot, of("a.jpg", width, height));
    return [classes, /^\(min-aspect[^,]*/.exec(sizes)?.[0] ?? ""];
  };
  const held = "(min-aspect-ratio: 57/78) and (max-height: 2204px) 57vh";
  for (const [width, height] of [
    [2000, 3000],
    [667, 1001],
    [1999, 3000],
    [2090, 3000],
  ] as const) {
    assert.deepEqual(shapeOf("article", width, height), ["tone-17 shape-5", held]);
  }
  assert.match(shapeStyles(), /^\.shape-5\{max-inline-size:min\(100%,57svh\)\}$/m);
  // As wide as a window, a strip to be scrolled along, and one that is cropped.
  assert.deepEqual(shapeOf("article", 3200, 1800), ["tone-17", ""]);
  assert.deepEqual(shapeOf("article", 1000, 9000), ["tone-17", ""]);
  assert.deepEqual(shapeOf("notice", 2000, 3000), ["tone-17", ""]);
});

test("never more pixels than the photograph has, all of them where it is too small, none close", () => {
  for (const slot of ["screen", "article", "notice"] as const) {
    for (const available of [1, 100, 390, 391, 1279, 2880]) {
      const { widths } = show(slot, of("a.jpg", available, available));
      const shown = cropRegion({ width: available, height: available }, { x: 0.5, y: 0.5 }, 4 / 5);
      const crop = slot === "screen" ? shown.width : available;
      assert.ok(Math.max(...widths) <= crop, `${slot}: ${widths} of ${crop}`);
      for (const [index, width] of widths.slice(1).entries()) {
        assert.ok(width / (widths[index] ?? 0) >= 1.15, `${slot}: ${widths}`);
      }
    }
    assert.deepEqual(show(slot, of("a.jpg", 100, 100)).widths, [slot === "screen" ? 80 : 100]);
  }
});

test("machines get one JPEG, of the whole or cropped, no wider than they ask for", () => {
  const request = { photograph, language: "en", base: "/" } as const;
  const whole = fixedPicture({ ...request, renditions: renditionCollector() });
  assert.deepEqual([whole.width, whole.height, whole.alt], [1280, 853, "A river"]);
  const renditions = renditionCollector();
  const square = fixedPicture({ ...request, alt: "B", renditions }, 1);
  assert.deepEqual([square.width, square.height, square.alt], [1280, 1280, "B"]);
  assert.deepEqual(
    renditions.all().map(({ name }) => `/photos/${name}`),
    [square.src],
  );
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
  for (const at of [0, 1]) {
    for (const ratio of [0.2, 1, 1.91, 7, 10_000]) {
      const { left, top, width, height } = cropRegion(picture, { x: at, y: at }, ratio);
      assert.ok(left >= 0 && top >= 0 && width >= 1 && height >= 1);
      assert.ok(left + width <= picture.width && top + height <= picture.height);
    }
  }
});

test("the name says what it is, in letters that need no encoding", () => {
  const { src } = show("notice", of("assets/photos/Huangpu River (1).JPG", 2880, 1920));
  assert.match(src, /^\/photos\/huangpu-river-1-336\.[0-9a-f]{10}\.jpg$/);
  const chinese = show("notice", of("assets/photos/江.png", 9, 6));
  assert.match(chinese.src, /^\/photos\/photo-9\.[0-9a-f]{10}\.jpg$/);
});

test("the same name every time, another one for other bytes, formats, widths and crops", () => {
  assert.deepEqual(show("notice"), show("notice"));
  const focus = { x: 0.1, y: 0.5 };
  const moved = { ...photograph, record: { ...photograph.record, focus } };
  const asked = [
    ...show("screen").renditions,
    ...show("screen", of("assets/photos/river.jpg", 2880, 1920, "b")).renditions,
    ...show("screen", moved).renditions,
  ];
  assert.equal(new Set(asked.map(({ name }) => name)).size, asked.length);
  assert.equal(new Set(asked.map(({ key }) => key)).size, 3 * (2 * 4 + 1));
});

test("64 different tones, each its own nearest, in 64 rules", () => {
  assert.equal(new Set(tones.map(({ hex }) => hex)).size, 64);
  for (const [index, { className, hex }] of tones.entries()) {
    assert.equal(className, `tone-${index}`);
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    assert.equal(nearestTone({ r, g, b }), index);
  }
  const rules = toneStyles().split("\n");
  assert.equal(rules.length, 64);
  for (const rule of rules) assert.match(rule, /^\.tone-\d+\{background-color:#[0-9a-f]{6}\}$/);
});

test("black, white and blue find tones that look like them", () => {
  const near = (r: number, g: number, b: number) => tones[nearestTone({ r, g, b })];
  assert.ok((near(0, 0, 0)?.lab.l ?? 1) < 0.3);
  assert.ok((near(255, 255, 255)?.lab.l ?? 0) > 0.8);
  assert.ok((near(90, 120, 200)?.lab.b ?? 0) < -0.05);
});
