import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import sharp from "sharp";
import { breakText, readBreaches } from "../breaches.ts";
import { readSite, type Site, siteOfPages } from "../site.ts";
import * as links from "./links.ts";
import * as pages from "./pages.ts";
import * as pictures from "./pictures.ts";
import { soundSite, writeSite } from "./sound-site.ts";
import { structuredData } from "./structured-data.ts";

type Rule = (site: Site) => string[] | Promise<string[]>;

const rules: Record<string, Rule> = { ...links, ...pages, ...pictures, structuredData };
const breaches = await readBreaches("site");

/** The faults that a rule finds in the small site after a change. */
async function faultsAfter(
  rule: Rule,
  change: (files: Record<string, string>) => void,
): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "rules-"));
  try {
    const files = await soundSite();
    change(files);
    await writeSite(folder, files);
    return await rule(await readSite(folder, "https://example.org", "/base/"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("a sound site has no fault by any rule, and each rule is known to find some", async () => {
  for (const [name, rule] of Object.entries(rules)) {
    assert.deepEqual(await faultsAfter(rule, () => {}), [], name);
    assert.ok(breaches.some((breach) => breach.rule === name) || name === "cleanPictures", name);
  }
});

for (const breach of breaches) {
  const { rule, file, from, to } = breach;
  test(`${rule} sees ${to || "nothing"} in the place of ${from}`, async () => {
    const faults = await faultsAfter(rules[rule] as Rule, (files) => {
      files[file] = breakText(breach, files[file] ?? "");
    });
    assert.notEqual(faults.length, 0);
    const page = `/${file.replace("index.html", "")}`;
    const isNamed = faults.some((fault) => fault.includes(page) || fault.includes(file));
    assert.ok(isNamed || rule === "everythingReferenced", faults.join("\n"));
  });
}

test("contractAddresses sees a page and an article that are missing", async () => {
  const faults = await faultsAfter(pages.contractAddresses, (files) => {
    delete files["zh/contact/index.html"];
    delete files["news/culture-day/index.html"];
  });
  assert.deepEqual(faults.length, 2);
});

test("redirects sees a page at an old address that leads to none", async () => {
  const faults = await faultsAfter(links.redirects, (files) => {
    files["old/index.html"] =
      files["old/index.html"]?.replaceAll("/base/about/", "/base/zh/old/") ?? "";
  });
  assert.deepEqual(faults, ["/old/  leads to “/base/zh/old/”, which is no page"]);
});

test("everythingReferenced sees a file without use and a page that only the sitemap names", async () => {
  const faults = await faultsAfter(links.everythingReferenced, (files) => {
    files["old.css"] = "";
    files["lost/index.html"] =
      files["about/index.html"]?.replaceAll("/base/about/", "/base/lost/") ?? "";
    files["sitemap.xml"] = "<urlset><loc>https://example.org/base/lost/</loc></urlset>";
  });
  assert.deepEqual(faults, [
    "old.css  is referred to by nothing",
    "/lost/  is linked from no page",
  ]);
});

const background = { r: 200, g: 100, b: 50 };
const plain = () => sharp({ create: { width: 64, height: 64, channels: 3, background } });
const described = () => plain().withExif({ IFD0: { Copyright: "somebody" } });
const whole = await plain().jpeg().toBuffer();
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>';

for (const [file, picture, fault] of [
  ["a.jpg", plain().jpeg(), /^$/],
  ["a.webp", plain().webp(), /^$/],
  ["a.avif", plain().avif(), /^$/],
  ["a.jpg", described().jpeg(), /exif/],
  ["a.webp", described().webp(), /exif/],
  ["a.avif", described().avif(), /exif/],
  ["a.jpg", plain().withIccProfile("p3").jpeg(), /icc/],
  ["a.avif", plain().withIccProfile("p3").avif(), /icc/],
  ["a.webp", plain().withXmp(xmp).webp(), /xmp/],
  ["broken-off.jpg", whole.subarray(0, whole.length - 40), /./],
] as const) {
  test(`cleanPictures says ${fault} of ${file}`, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "pictures-"));
    const bytes = picture instanceof Uint8Array ? picture : await picture.toBuffer();
    await writeFile(path.join(folder, file), bytes);
    const site = { ...siteOfPages(new Map()), folder, files: new Set([file]) };
    assert.match((await pictures.cleanPictures(site)).join("\n"), fault);
    await rm(folder, { recursive: true });
  });
}
