import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import test from "node:test";
import { promisify } from "node:util";
import sharp from "sharp";
import { photographFrames } from "../../../../scripts/outputs/cards/card.ts";
import { cardSvg, drawCard } from "../../../../scripts/outputs/cards/draw.ts";
import { projectRoot } from "../../../support/project-root.ts";
import { someCard } from "./some-card.ts";

const card = someCard({ title: "上海, “Two” Cities", date: "28 May 2025" });

test("a card is a JPEG of 1200 × 630, its type at full resolution, and says nothing else", async () => {
  const bytes = await drawCard(card, []);
  const { format, width, height, chromaSubsampling, exif, icc, xmp, iptc } =
    await sharp(bytes).metadata();
  assert.deepEqual(
    { format, width, height, chromaSubsampling, exif, icc, xmp, iptc },
    {
      format: "jpeg",
      width: 1200,
      height: 630,
      chromaSubsampling: "4:4:4",
      exif: undefined,
      icc: undefined,
      xmp: undefined,
      iptc: undefined,
    },
  );
});

test("photographs stand in their frames, side by side where there are two", async () => {
  const flat = (frame: { width: number; height: number }, background: string) =>
    sharp({ create: { width: frame.width, height: frame.height, channels: 3, background } })
      .png()
      .toBuffer();
  for (const count of [1, 2]) {
    const frames = photographFrames(count);
    const bytes = await drawCard(
      card,
      await Promise.all(frames.map((frame, index) => flat(frame, index ? "#00ff00" : "#0000ff"))),
    );
    for (const [index, frame] of frames.entries()) {
      const inner = { ...frame, left: frame.left + 8, top: frame.top + 8 };
      const { channels } = await sharp(
        await sharp(bytes)
          .extract({ ...inner, width: frame.width - 16, height: frame.height - 16 })
          .png()
          .toBuffer(),
      ).stats();
      const strong = channels[index === 0 ? 2 : 1];
      assert.ok((strong?.min ?? 0) > 230, `${count}, ${index}`);
    }
  }
});

test("there is no text for the machine's own fonts to set", async () => {
  for (const photographs of [0, 1, 2]) {
    assert.doesNotMatch(await cardSvg(card, photographs), /<text|font/);
  }
});

test("a photograph full of detail stays below 150 kB", async () => {
  const [frame] = photographFrames(1);
  assert.ok(frame);
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const create = { width: frame.width, height: frame.height, channels: 3, noise } as const;
  const wild = await sharp({ create: { ...create, background: "#777777" } })
    .png()
    .toBuffer();
  assert.ok((await drawCard(card, [wild])).length < 150_000);
});

test("the bytes are the same in another process, time zone and language, without any system font", async () => {
  const program = `
    import { createHash } from "node:crypto";
    import { drawCard } from "./scripts/outputs/cards/draw.ts";
    const bytes = await drawCard(${JSON.stringify(card)}, []);
    process.stdout.write(createHash("sha256").update(bytes).digest("hex"));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", program],
    {
      cwd: projectRoot,
      env: {
        ...process.env,
        TZ: "Asia/Shanghai",
        LANG: "zh_CN.UTF-8",
        LC_ALL: "zh_CN.UTF-8",
        FONTCONFIG_FILE: "/dev/null",
      },
    },
  );
  const here = await drawCard(card, []);
  assert.equal(stdout, createHash("sha256").update(here).digest("hex"));
  assert.ok(here.equals(await drawCard(card, [])), "and twice in one");
});
