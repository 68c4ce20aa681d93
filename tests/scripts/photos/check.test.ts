import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { checkPhotographs } from "../../../scripts/photos/check.ts";
import type { PhotoUse } from "../../../scripts/photos/use.ts";
import { noise, soundRecord, temporaryProject } from "./pictures.ts";

function use(name: string, line: number, more: Partial<PhotoUse> = {}): PhotoUse {
  const written = `../../assets/photos/${name}`;
  return {
    source: "content/en/about.md",
    line,
    column: 1,
    written,
    alt: undefined,
    language: "en",
    slot: "notice",
    ...more,
  };
}

test("gives the sound photographs by path, each inspected once", async (t) => {
  const { root, cache, write } = await temporaryProject(t);
  await write("assets/photos/river.jpg", await noise(180, 120).jpeg().toBuffer());
  await write("assets/photos/river.yaml", soundRecord);
  const uses = [
    use("river.jpg", 1),
    use("river.jpg", 2, { source: "content/zh/about.md", language: "zh" }),
  ];
  const { problems, photographs } = await checkPhotographs(uses, root, cache);
  assert.deepEqual(problems, []);
  assert.deepEqual([...photographs.keys()], ["assets/photos/river.jpg"]);
  assert.equal(photographs.get("assets/photos/river.jpg")?.record.caption.en, "The river");
  assert.equal((await readdir(join(cache, "measures"))).length, 1);
});

test("a damaged photograph is told once, missing texts at each use", async (t) => {
  const { root, cache, write } = await temporaryProject(t);
  const jpeg = await noise(90, 60).jpeg().toBuffer();
  await write("assets/photos/river.jpg", jpeg.subarray(0, jpeg.length - 500));
  await write("assets/photos/river.yaml", soundRecord.replace("zh: 河", 'zh: ""'));
  const zh = { language: "zh", source: "content/zh/about.md" } as const;
  const uses = [
    use("river.jpg", 4, zh),
    use("river.jpg", 6, { ...zh, alt: "  " }),
    use("river.jpg", 8, { ...zh, alt: "江" }),
    use("river.jpg", 2),
  ];
  const { problems } = await checkPhotographs(uses, root, cache);
  assert.deepEqual(
    problems.map(({ path, line, rule }) => `${path}:${line} ${rule}`),
    [
      "content/en/about.md:2 photo-damaged",
      "content/zh/about.md:4 photo-no-alt",
      "content/zh/about.md:6 photo-no-alt",
    ],
  );
});

test("a photograph with fewer pixels than its place has is told once, at the use that lacks most, and is in order", async (t) => {
  const { root, cache, write } = await temporaryProject(t);
  await write("assets/photos/river.jpg", await noise(1000, 600).jpeg().toBuffer());
  await write("assets/photos/river.yaml", soundRecord);
  const slots = ["article", "screen", "notice"] as const;
  const uses = slots.map((slot, index) => use("river.jpg", index + 1, { slot }));
  const { problems, photographs } = await checkPhotographs(uses, root, cache);
  assert.deepEqual(
    problems.map(({ line, severity, message }) => `${line} ${severity}: ${message}`),
    [
      "2 warning: assets/photos/river.jpg is only 480 px wide as it is shown here, where there is room for 698",
    ],
  );
  assert.equal(photographs.size, 1);
});

test("a wrong record is told in the record, once, and gives no photograph", async (t) => {
  const { root, cache, write } = await temporaryProject(t);
  await write("assets/photos/river.jpg", await noise(90, 60).jpeg().toBuffer());
  const wrong = soundRecord.replace("licence: CC0-1.0\n", "").replace("x: 0.5", "x: 1.5");
  await write("assets/photos/river.yaml", wrong);
  const { problems, photographs } = await checkPhotographs(
    [use("river.jpg", 1), use("river.jpg", 2)],
    root,
    cache,
  );
  assert.deepEqual(
    problems.map(({ path, line, column, rule }) => [`${path}:${line}:${column}`, rule]),
    [
      ["assets/photos/river.yaml:1:1", "missing-key"],
      ["assets/photos/river.yaml:4:13", "out-of-range"],
    ],
  );
  assert.equal(photographs.size, 0);
  await write("assets/photos/river.yaml", Buffer.from([0xff, 0xfe, 0x61, 0]));
  const again = await checkPhotographs([use("river.jpg", 1)], root, cache);
  assert.equal(again.problems[0]?.rule, "utf-16");
});

test("a project without any photographs is in order", async (t) => {
  const { root, cache } = await temporaryProject(t);
  assert.deepEqual((await checkPhotographs([], root, cache)).problems, []);
});
