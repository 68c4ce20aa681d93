import assert from "node:assert/strict";
import { test } from "node:test";
import { parseManifest } from "lighthouse/core/lib/manifest-parser.js";
import { type HomeScreenEntry, webManifest } from "../../../scripts/outputs/web-manifest.ts";
import { manifestWarnings } from "../../support/manifest-warnings.ts";
import { wildTexts } from "../../support/wild-texts.ts";

const entry: HomeScreenEntry = {
  name: "利物浦—上海友好城市",
  shortName: "利物浦—上海",
  description: "两座城市",
  languageTag: "zh-Hans",
  home: "/twinning/zh/",
  colour: "#f8f4e9",
  icons: [{ src: "/twinning/icon.png", size: 512, purpose: "maskable" }],
};

const origin = "https://www.l-s-p.org.uk";
const address = `${origin}/twinning/zh/site.webmanifest`;
const page = `${origin}/twinning/zh/about/`;

test("a reader of manifests takes every member as it is meant", () => {
  const text = webManifest(entry);
  assert.deepEqual(manifestWarnings(text, address, page), []);
  const { value } = parseManifest(text, address, page);
  assert.equal(value?.start_url.value, `${origin}/twinning/zh/`);
  assert.equal(value?.display.value, "browser");
  const [icon] = value?.icons.value ?? [];
  assert.equal(icon?.value.src.value, `${origin}/twinning/icon.png`);
  assert.deepEqual(icon?.value.sizes.value, ["512x512"]);
});

test("names and descriptions of any text come back as they were", () => {
  for (const text of wildTexts(200)) {
    const written = webManifest({ ...entry, name: text, shortName: text, description: text });
    assert.deepEqual(manifestWarnings(written, address, page), []);
    const { name, short_name, description } = JSON.parse(written);
    assert.deepEqual([name, short_name, description], [text, text, text]);
  }
});
