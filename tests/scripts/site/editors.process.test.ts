import assert from "node:assert/strict";
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { random } from "../../../scripts/lib/lists.ts";
import { siteRules } from "../../site/rules.ts";
import { pdf } from "../../support/downloads.ts";
import { projectRoot } from "../../support/files.ts";
import { type BuiltProject, builtProject, runCommand } from "../../support/project.ts";
import { readSite, type Site } from "../../support/site.ts";
import { noise } from "../photos/pictures.ts";

/** What the checks let through, and what ends something in one of the formats of the outputs. */
const pieces: string[] = JSON.parse(
  await readFile(path.join(projectRoot, "tests/fixtures/hostile.json"), "utf8"),
);

const next = random(7);
const some = (): string => {
  const piece = [...(pieces[Math.floor(next() * pieces.length)] ?? "")];
  return piece.slice(Math.floor(next() * piece.length)).join("");
};

/** The pieces, and what comes of joining their ends; the same on every run. */
const texts = [...pieces, ...Array.from({ length: 12 }, () => `${some()}${some()}${some()}`)];

/** The longest that a summary may be. */
const summaries = [...texts.map((text) => `${text} ${text}`), "利物浦、上海——“海”".repeat(30)];

/** As long as it may be, and no half of a surrogate pair at its end. */
const cut = (text: string, length: number) =>
  text
    .replace(/ +/g, " ")
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "");

const article = (language: string, index: number) =>
  [
    "---",
    `title: ${JSON.stringify(cut(`${index} ${texts[index % texts.length]}`, 120))}`,
    `summary: ${JSON.stringify(cut(`${language} ${summaries[index]}`, 300))}`,
    `date: 2025-01-${String(index + 1).padStart(2, "0")}`,
    ...(index % 3 === 0 ? ["photo: ../../../assets/photos/albert-dock.jpg"] : []),
    "---",
    "",
    "Words.",
    "",
  ].join("\n");

/** An event, past or to come, with the same in its plain texts. */
const event = (index: number) => {
  const said = (key: string) =>
    `${key}: ${JSON.stringify(cut(`${index} ${key} ${pieces[index]}`, 120))}`;
  return [
    "---",
    ...["title", "summary", "venue", "address", "price"].map(said),
    "date: 2026-11-23",
    "updated: 2026-12-01",
    `start: 202${6 + (index % 2)}-12-31 23:30`,
    `city: ${["liverpool", "shanghai"][index % 2]}`,
    `online: ${index % 3 === 0}`,
    `status: ${["planned", "moved", "cancelled"][index % 3]}`,
    `booking: ${JSON.stringify(`https://example.org/?a=1&copy=2'"<>]]>,;${index}`)}`,
    "---",
    "",
    "Words.",
    "",
  ].join("\n");
};

/** What may stand in a paragraph, and in the words of a heading and a picture. */
const inline = `---
title: 'It''s "the river"...'
summary: "'Twas 'ours'"
date: 2026-12-31
author: [Zoë O'Brien & Sons, 李伟]
translator: 王芳
---

Write to me@example.org，or see https://example.org/a--b_c_d。

## Water {#Water}

H~2~O on 5m^2^ [above](#Water).

| a | b |
| --- | --- |
| one<br>two | c |

[![](../../../assets/photos/ferry.jpg "It's 'a' ferry")](../about.md)

["Ferries"](../../../assets/downloads/ferries.csv) and [their *route*](/downloads/2026/route.pdf)
`;

let project: BuiltProject;
let site: Site;

/** What the handbook shows to copy, by what is told of it: the first block of that kind behind a heading. */
async function example(kind: "md" | "yaml", heading: string): Promise<string> {
  const handbook = await readFile(path.join(projectRoot, "content/README.md"), "utf8");
  const [, below = ""] = handbook.split(`# ${heading}\n`);
  const [, text] = new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(below) ?? [];
  assert.ok(text, `the handbook has no example in ${kind}`);
  return text;
}

/** One of everything that editors may add or change, and texts that could break an output. */
async function edit(root: string): Promise<void> {
  const write = (file: string, content: string | Uint8Array) =>
    writeFile(path.join(root, file), content);
  const change = async (file: string, from: RegExp, to: string) => {
    const text = await readFile(path.join(root, file), "utf8");
    assert.match(text, from, file);
    await write(file, text.replace(from, to));
  };
  await write("assets/photos/ferry.jpg", await noise(640, 480).jpeg().toBuffer());
  await write("assets/photos/ferry.yaml", await example("yaml", "Photographs"));
  await mkdir(path.join(root, "assets/downloads/2026"), { recursive: true });
  await write("assets/downloads/ferries.csv", 'name,built\n"Snowdrop, now Razzle",1960\n');
  await write("assets/downloads/2026/route.pdf", pdf);
  for (const language of ["en", "zh"]) {
    for (const index of summaries.keys()) {
      await write(`content/${language}/news/hostile-${index}.md`, article(language, index));
    }
    // Both languages alike, as somebody leaves it who has not translated yet.
    await write(
      `content/${language}/news/river-festival.md`,
      await example("md", "In the browser"),
    );
    await write(`content/${language}/news/inline.md`, inline);
    await mkdir(path.join(root, `content/${language}/events`));
    await write(`content/${language}/events/index.md`, "---\ntitle: Events\nsummary: E.\n---\n");
    await write(`content/${language}/events/river.md`, await example("md", "An event"));
    for (const index of pieces.keys()) {
      await write(`content/${language}/events/hostile-${index}.md`, event(index));
    }
    const page = "---\ntitle: Ferries\nsummary: Boats.\n---\n\n";
    await write(
      `content/${language}/ferries.md`,
      `${page}[News](news/river-festival.md)\n\n![](../../assets/photos/ferry.jpg)\n`,
    );
  }
  const facts = "content/_data/site.yaml";
  await change(
    facts,
    /^name:\n {2}en: .*\n {2}zh: .*$/m,
    'name:\n  en: Two "Ports" & <More>\n  zh: 双港',
  );
  await change(
    facts,
    /address:\n {4}- .*$/m,
    "address:\n    - 1 Strand & Water Street\n    - Liverpool",
  );
  await appendFile(
    path.join(root, "content/_data/navigation.yaml"),
    "- page: ferries\n  label: { en: Ferries, zh: 渡轮 }\n",
  );
  await appendFile(
    path.join(root, "content/_data/timeline.yaml"),
    '\n- when: "2026"\n  what: { en: Ferries, zh: 渡轮 }\n  source: { en: The Mersey, zh: 默西河 }\n',
  );
}

before(async () => {
  project = await builtProject();
  await edit(project.root);
});

after(() => project[Symbol.asyncDispose]());

test("whatever editors add or change, below a base path too, is sound and is built", async () => {
  const environment = {
    SITE_ORIGIN: "https://cities.example",
    PATH_PREFIX: "/twinning/",
    SOURCE_DATE_EPOCH: String(Date.UTC(2027, 0, 1) / 1000),
  };
  const check = await runCommand(project.root, "check", { environment });
  // It warns of marks in titles, and no more.
  assert.equal(check.code, 0, check.stderr);
  const { code, stderr } = await runCommand(project.root, "build", { environment });
  assert.equal(code, 0, stderr);
  const { SITE_ORIGIN, PATH_PREFIX } = environment;
  site = await readSite(path.join(project.root, "_site"), SITE_ORIGIN, PATH_PREFIX);
  for (const address of ["/ferries/", "/zh/ferries/", "/news/river-festival/", "/events/river/"]) {
    assert.ok(
      site.pages.some((page) => page.address === address),
      address,
    );
  }
});

test("what may stand in a paragraph stands on the page and in the feed alike", async () => {
  const read = (file: string) => readFile(path.join(project.root, "_site", file), "utf8");
  const feed = JSON.parse(await read("feed.json"));
  const item = feed.items.find(({ url }: { url: string }) => url.endsWith("/news/inline/"));
  assert.equal(item.title, "It’s “the river”…");
  assert.equal(item.summary, "’Twas ‘ours’");
  const page = await read("news/inline/index.html");
  const [, main = ""] = page.split("<main");
  assert.match(main, /<h1[^>]*>It’s “the river”…<\/h1>/);
  for (const [html, about, picture] of [
    [main, "/twinning/about/", "picture"],
    [item.content_html, "https://cities.example/twinning/about/", "img"],
  ]) {
    // Quotation marks and blanks in tags are left out on pages.
    const plain = html.replaceAll(/"|\s+(?=>)|(?<=>)\s+/g, "");
    assert.match(plain, RegExp(`<figure[^>]*><a href=${about}><${picture}`));
    assert.match(plain, /<\/a><figcaption>It’s ‘a’ ferry/);
    assert.match(plain, /<h2 id=Water>Water<\/h2>/);
    assert.match(plain, /H<sub>2<\/sub>O on 5m<sup>2<\/sup>/);
    assert.match(plain, /one<br>two/);
    assert.match(
      plain,
      />me@example.org<\/a>，or see <a [^>]*>https:\/\/example.org\/a--b_c_d<\/a>。/,
    );
  }
});

for (const [name, rule] of Object.entries(siteRules)) {
  test(`and then ${name}`, () => rule(site));
}
