import assert from "node:assert/strict";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import Parser from "rss-parser";
import sharp from "sharp";
import { budgets } from "../../scripts/bench/weigh.ts";
import { awaitFonts, scrollThrough } from "../../scripts/browser/pages.ts";
import { languages } from "../../scripts/lib/languages.ts";
import { searchRecords } from "../../scripts/site/search.ts";
import { siteRules } from "../site/rules.ts";
import { openStage } from "../support/browser.ts";
import { projectRoot } from "../support/files.ts";
import { builtProject, runCommand } from "../support/project.ts";
import { assertNoFaults, pageAt, parsePage, readSite } from "../support/site.ts";
import { contextOf, entryOf } from "../support/site-context.ts";
import { axeFaults, facesOf, faultsAmong, overflow, settle } from "./probes.ts";

// A page that has every form of the handbook, in each language, in the project of the fixtures.
const project = await builtProject();
after(() => project[Symbol.asyncDispose]());
for (const language of languages) {
  const file = path.join(projectRoot, `tests/fixtures/everything/${language}.md`);
  await copyFile(file, path.join(project.root, `content/${language}/news/everything.md`));
}
const article = (language: string, name: string, front: string, text: string) =>
  writeFile(
    path.join(project.root, `content/${language}/news/${name}.md`),
    `---\n${front}\n---\n\n${text}\n`,
  );
// An article about places whose names have letters that few typefaces have; another one's title is one
// word, the name of a village in Wales.
const names = ["Huángpǔ", "Jiāng", "Lǚ", "Łódź"];
const village = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
for (const [language, title, summary] of [
  ["en", `The river ${names[0]}`, "A name."],
  ["zh", "《黄浦江》，“两座”城市", "村名。"],
] as const) {
  const text = names.map((name) => `${name}\n\n*${name}*\n\n**${name}**\n\n## ${name}\n`);
  const named = `title: ${title}\nsummary: ${names.join(" ")}\ndate: 2026-11-21`;
  await article(language, "names", named, text.join("\n"));
  await article(
    language,
    "village",
    `title: ${village}\nsummary: ${summary}\ndate: 2026-11-19`,
    village,
  );
}
// Events: one that has all that can be said of one, and two days that were called off; far off, whenever this runs.
for (const [language, title, summary, venue] of [
  ["en", "Events", "All of them.", "A hall with a name that takes a line or two of any telephone"],
  ["zh", "活动", "全部活动。", "一座名字很长的大厅，在任何手机上都要占上一两行"],
] as const) {
  const write = async (name: string, front: string) => {
    const file = path.join(project.root, `content/${language}/events/${name}.md`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `---\nsummary: ${summary}\n${front}\n---\n\n${summary}\n`);
  };
  await write("index", `title: ${title}`);
  const when = "start: 2098-12-05 22:00\nend: 2098-12-07 16:00";
  const where = `city: liverpool\nonline: true\nvenue: ${venue}\naddress: 1 Long Street, L1 1AA`;
  const more = "price: free\nbooking: https://www.example.org/book\nstatus: moved";
  const photo = "photo: ../../../assets/photos/albert-dock.jpg";
  const days = "date: 2026-11-20\nupdated: 2026-11-21";
  await write("evening", `title: ${title} 1\n${[days, when, where, more, photo].join("\n")}`);
  const off = "start: 2099-02-28\nend: 2099-03-01\ncity: shanghai\nstatus: cancelled";
  await write("days", `title: ${village} ${title}\n${days}\n${off}`);
}
const { code, stderr } = await runCommand(project.root, "build");
assert.equal(code, 0, stderr);
const site = await readSite(path.join(project.root, "_site"), "https://www.l-s-p.org.uk", "/");
const stage = await openStage(site);

for (const [name, rule] of Object.entries(siteRules)) test(name, () => rule(site));

/** What `sizes` says is the width that a picture has by nature; it is shown no wider than its pixels. */
const outOfLine = `
  const due = Math.min(element.naturalWidth, element.getAttribute("width"));
  if (Math.abs(due - box.width) > box.width / 100) say(box.width + " px, and says " + due);
  const pair = [...element.closest(".gallery").querySelectorAll("img")].slice(-2);
  const [one, other] = pair.map((image) => image.getBoundingClientRect());
  const [along, across] = innerWidth < 540 ? ["x", "y"] : ["y", "x"];
  const apart = ["height", "width", along].find((side) => Math.abs(one[side] - other[side]) >= 1);
  if (apart || one[across] === other[across]) say("does not stand in line: " + apart);`;

/** Numbers that stick out of their column to the left. */
const outOfColumn = `
  const number = document.createElement("span");
  number.style.cssText = "position: absolute; white-space: pre";
  number.textContent = element.start + element.children.length - 1 + ". ";
  element.lastElementChild.append(number);
  const { width } = number.getBoundingClientRect();
  if (width > parseFloat(style.paddingInlineStart)) say(number.textContent + width + " px");
  number.remove();`;

for (const [language, home] of [
  ["en", "/"],
  ["zh", "/zh/"],
] as const) {
  const address = `${home}news/everything/`;

  test(`${address} in the feeds: nothing of it is lost, and every link leads out of the feed`, async () => {
    const url = `${site.origin}${address}`;
    const read = (format: string) =>
      readFile(path.join(site.folder, home.slice(1), `feed.${format}`), "utf8");
    const [atom, json] = [await read("xml"), await read("json")];
    const html = parseAtomFeed(atom).entries?.find(
      ({ links }) => links?.[0]?.href === url,
    )?.content;
    const { items } = await new Parser().parseString(atom);
    assert.equal(items.find(({ link }) => link === url)?.content?.trim(), html?.value?.trim());
    const item = parseJsonFeed(json).items?.find((one) => one.url === url);
    assert.equal(item?.content_html?.trim(), html?.value?.trim());
    const { tags } = parsePage(html?.value ?? "");
    for (const { attributes } of tags) assert.match(attributes.href ?? url, /^(?:https|mailto):/);
    const kinds = (all: typeof tags) => new Set(all.map(({ name }) => name));
    const onPage = pageAt(site, address).tags.filter(({ ancestors }) =>
      ancestors.some(({ attributes }) => attributes.class === "prose"),
    );
    // Photographs come in one size there, and what scrolls on pages does not.
    const own = ["picture", "source", "div", "small", "span"];
    const lost = [...kinds(onPage)].filter((name) => !kinds(tags).has(name) && !own.includes(name));
    assert.deepEqual(lost, []);
  });

  test(`${address} in the search: notes are found, and no number of them sticks to a word`, async () => {
    const { html } = pageAt(site, address);
    const output = `${address.slice(1)}index.html`;
    const context = await contextOf([entryOf(language, "news/everything")]);
    const [record] = await searchRecords([{ output, html: () => html }], context);
    const text = record?.text ?? "";
    const [before, note] =
      language === "en"
        ? ["A dock is older than it looks. Its water is kept by a gate, and", "Stone keeps well"]
        : ["船坞比看上去更古老。水由闸门留住，闸门由", "石头在水下保存得好。"];
    assert.ok(text.includes(before), text);
    assert.ok(text.includes(note), text);
    assert.doesNotMatch(text, /[↑☐☑]/);
  });

  test(`${address} shows a pair of photographs in line, as wide as it says`, () =>
    stage.visit(address, {}, async (page) => {
      for (const width of [320, 440, 560, 768, 1024, 1100, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        await page.reload();
        await scrollThrough(page);
        const faults = await faultsAmong(page, ".gallery > :nth-last-child(-n + 2) img", outOfLine);
        assertNoFaults(faults.map((fault) => `at ${width} px: ${fault}`));
      }
    }));

  for (const colorScheme of ["light", "dark"] as const) {
    test(`${address} has no barrier that axe knows, and fits its window, ${colorScheme}`, () =>
      stage.visit(address, { colorScheme }, async (page, faults) => {
        assertNoFaults(await axeFaults(page));
        for (const width of [320, 768, 1920]) {
          await page.setViewportSize({ width, height: 800 });
          await settle(page);
          assertNoFaults(await overflow(page));
          assertNoFaults(await faultsAmong(page, ".prose ol", outOfColumn));
        }
        assertNoFaults(faults);
      }));
  }
}

for (const address of ["", "zh/"].flatMap((home) => [
  `/${home}events/`,
  `/${home}events/evening/`,
])) {
  test(`${address} has no barrier that axe knows, and fits its window`, () =>
    stage.visit(address, {}, async (page, faults) => {
      assertNoFaults(await axeFaults(page));
      for (const width of [320, 390, 768, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        await settle(page);
        assertNoFaults(await overflow(page));
      }
      assertNoFaults(faults);
    }));
}

for (const address of ["/", "/zh/"]) {
  test(`${address} with the next event is as light as every page`, () => {
    const { html } = pageAt(site, address);
    assert.match(html, /events\/evening\//);
    const bytes = brotliCompressSync(html).length;
    assert.ok(bytes <= budgets.markup, `${bytes} B, the budget is ${budgets.markup} B`);
  });
}

test("the clocks of two cities stand side by side, and below each other where one says a date", () =>
  stage.visit("/events/evening/", {}, async (page) => {
    for (const [width, isBeside] of [
      [390, false],
      [1280, true],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await settle(page);
      const [one, other] = await page
        .locator(".clocks > div")
        .evaluateAll((all) => all.map((clock) => clock.getBoundingClientRect().y));
      assert.equal(one === other, isBeside, `at ${width} px`);
    }
  }));

for (const address of ["/", "/news/", "/news/village/", "/events/days/", "/search/"]) {
  test(`${address} fits its window with a word that is longer than a line`, () =>
    stage.visit(address, {}, async (page) => {
      assert.match(await page.content(), new RegExp(village));
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        assertNoFaults(await overflow(page));
      }
    }));
}

test("a rule between paragraphs is thin, and the mark of O’Brien is narrow in Chinese", () =>
  stage.visit("/zh/news/everything/", {}, async (page) => {
    await settle(page);
    const rules = await page
      .locator(".prose hr")
      .evaluateAll((all) => all.map((rule) => rule.getBoundingClientRect().height));
    assert.ok(rules.length > 0 && rules.every((height) => height > 0 && height <= 2), `${rules}`);
    const marks = await page.locator(".prose .apostrophe").evaluateAll((all) =>
      all.map((mark) => {
        const { width, height } = mark.getBoundingClientRect();
        return width / height;
      }),
    );
    assert.ok(marks.length > 0 && marks.every((width) => width < 0.4), `${marks}`);
  }));

for (const address of ["/news/names/", "/zh/news/names/"]) {
  test(`${address} sets each name in one face, upright, slanted and heavy`, () =>
    stage.visit(address, {}, async (page) => {
      await awaitFonts(page);
      await page.reload();
      await settle(page);
      const words = await facesOf(page, "main :is(h1, .prose *):not(:has(*))");
      assert.ok(words.length >= 4 * names.length);
      for (const { html, fonts } of words) {
        const faces = fonts.map(({ postScriptName }) => postScriptName);
        assert.equal(faces.length, 1, `${html}: ${faces}`);
        if (address === "/news/names/") assert.match(faces[0] ?? "", /^Newsreader-/);
      }
    }));
}

test("the heading font has what the browser needs to close up 》，: they take one and a half", () =>
  stage.visit("/zh/", { bypassCSP: true }, async (page) => {
    await awaitFonts(page);
    await page.reload();
    await page.evaluate(`(() => {
      const probe = document.createElement("span");
      probe.textContent = "》，";
      probe.style = "font: 100px 'Noto Serif SC'; text-spacing-trim: normal; position: absolute";
      document.querySelector("main").append(probe);
    })()`);
    await settle(page);
    const [probe] = await facesOf(page, "main > span");
    assert.ok(probe?.fonts.every(({ isCustomFont }) => isCustomFont));
    assert.equal((await page.locator("main > span").boundingBox())?.width, 150);
  }));

if (process.env.UPDATE_HANDBOOK === "1") {
  test("the picture in the handbook is taken anew", () =>
    stage.visit("/news/everything/", { viewport: { width: 800, height: 800 } }, async (page) => {
      await settle(page);
      const text = await page.locator(".prose").boundingBox();
      assert.ok(text);
      const margin = 24;
      const clip = {
        x: text.x - margin,
        y: text.y - margin,
        width: text.width + 2 * margin,
        height: text.height + 2 * margin,
      };
      const picture = await page.screenshot({ fullPage: true, animations: "disabled", clip });
      const file = path.join(projectRoot, ".github/everything.webp");
      await sharp(picture).webp({ quality: 72, effort: 6 }).toFile(file);
    }));
}
