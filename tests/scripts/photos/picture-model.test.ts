import assert from "node:assert/strict";
import { test } from "node:test";
import type { Photograph } from "../../../scripts/photos/photograph.ts";
import { pictureModel } from "../../../scripts/photos/picture-model.ts";
import { renditionCollector } from "../../../scripts/photos/rendition-collector.ts";

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
