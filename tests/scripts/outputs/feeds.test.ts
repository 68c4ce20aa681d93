import assert from "node:assert/strict";
import test from "node:test";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { XmlDocument } from "libxml2-wasm";
import Parser from "rss-parser";
import { atomFeed, feedFigure, jsonFeed } from "../../../scripts/outputs/feeds.ts";
import { xmlDocument, xmlElement } from "../../../scripts/outputs/xml.ts";
import { atomSchema, sampleFeed, schemaFaults, wildTexts } from "../../support/feeds.ts";
import { parsePage } from "../../support/site.ts";

const words = { explanation: "What a feed is", link: "To the site" };
const write = (texts: readonly string[]) => atomFeed(sampleFeed(texts), words, "/feed.css");

/** Readers take away white space at the ends of texts, and differ in what that is. */
const trimmed = (text: string | undefined) =>
  (text ?? "").replace(/^[\s\u200b]+|[\s\u200b]+$/g, "");

const texts = [...wildTexts(60), "\u202eright to left", "a <b>bold</b> &amp; title"].filter(
  (text) => trimmed(text) !== "",
);

test("a feed is what RFC 4287 asks for, whatever its texts hold", () => {
  assert.deepEqual(schemaFaults(write(["A river festival"]), atomSchema), []);
  assert.deepEqual(schemaFaults(write([]), atomSchema), [], "with no article yet");
  assert.deepEqual(schemaFaults(write([...texts, "\0\ufffe\ud800"]), atomSchema), []);
});

test("the schema would see what is wrong", () => {
  const sound = write(["A river festival"]);
  for (const [from, to] of [
    ["<updated>2025-05-28T12:00:00+01:00", "<updated>28 May 2025"],
    [/<id>.*?<\/id>/, ""],
    ['type="html"', 'type="markdown"'],
    ['hreflang="en-GB"', 'hreflang="English language"'],
  ] as const) {
    const broken = sound.replace(from, to);
    assert.notEqual(broken, sound);
    assert.notDeepEqual(schemaFaults(broken, atomSchema), [], String(from));
  }
});

test("rss-parser reads every text as it was written", async () => {
  const feed = await new Parser().parseString(write(texts));
  assert.equal(feed.title, texts[0]);
  assert.deepEqual(
    feed.items.map(({ title, summary, link }) => [trimmed(title), trimmed(summary), link]),
    texts.map((text, index) => [
      trimmed(text),
      trimmed(text),
      `https://example.org/news/${index}/`,
    ]),
  );
  assert.deepEqual(
    feed.items.map(({ content }) => content),
    texts.map((text) => `<p>${text}</p>`),
  );
});

test("feedsmith reads what an Atom feed is and where", () => {
  const feed = parseAtomFeed(write(["A river festival", "Two"]));
  assert.equal(feed.id, "tag:example.org,2026-11-23:en/news/index");
  assert.deepEqual(
    feed.links?.map(({ rel, type, hreflang, href }) => [rel, type, hreflang, href]),
    [
      ["self", "application/atom+xml", undefined, "https://example.org/feed.xml"],
      ["alternate", "text/html", "en-GB", "https://example.org/news/"],
    ],
  );
  assert.equal(feed.authors?.[0]?.email, "post@example.org");
  assert.deepEqual(
    feed.entries?.map(({ published }) => published),
    ["2025-05-28T12:00:00+01:00", "2025-05-28T12:00:00+01:00"],
  );
});

test("feedsmith reads every text of a JSON feed as it was written", () => {
  const texts = [...wildTexts(60), "\u202eright to left", "\0\b\ufffe"];
  const items = parseJsonFeed(jsonFeed(sampleFeed(texts))).items ?? [];
  assert.deepEqual(
    items.map(({ title, summary, content_html }) =>
      [title, summary, content_html].map((text) => text?.trim()),
    ),
    texts.map((text) => [text.trim(), text.trim(), `<p>${text}</p>`]),
  );
});

test("feedsmith reads what a JSON feed is and where", () => {
  const feed = parseJsonFeed(jsonFeed(sampleFeed(["A river festival", "Two"])));
  assert.equal(feed.home_page_url, "https://example.org/news/");
  assert.equal(feed.feed_url, "https://example.org/feed.json");
  assert.equal(feed.language, "en-GB");
  assert.equal(feed.authors?.[0]?.url, "https://example.org/");
  const day = "2025-05-28T12:00:00+01:00";
  assert.deepEqual(
    feed.items?.map(({ id, url, date_published, date_modified }) => [
      id,
      url,
      date_published,
      date_modified,
    ]),
    [0, 1].map((index) => [
      `tag:example.org,2026-11-23:en/news/${index}`,
      `https://example.org/news/${index}/`,
      day,
      day,
    ]),
  );
});

test("the version that readers look for comes first", () => {
  assert.match(
    jsonFeed(sampleFeed([])),
    /^\{\s*"version": "https:\/\/jsonfeed\.org\/version\/1\.1"/,
  );
});

test("a photograph is HTML that a browser reads as it was meant, whatever its words", () => {
  const words = `"Ships" & <barges>, ]]> 'here'`;
  const html = feedFigure({
    src: "https://example.org/photos/a.jpg",
    alt: words,
    width: 1280,
    height: 853,
    caption: words,
  });
  const { tags } = parsePage(html);
  const body = tags.filter(({ ancestors }) => ancestors.some(({ name }) => name === "body"));
  assert.deepEqual(
    body.map(({ name }) => name),
    ["figure", "img", "figcaption"],
  );
  assert.deepEqual(body[1]?.attributes, {
    src: "https://example.org/photos/a.jpg",
    alt: words,
    width: "1280",
    height: "853",
  });
  assert.equal(body[2]?.text, words);
});

test("a photograph that leads somewhere is a link, and its caption is none", () => {
  const [src, link] = ["https://example.org/a.jpg", "https://example.org/a/"];
  const html = feedFigure({ src, link, alt: "a", width: 1, height: 1, caption: "c" });
  const { tags } = parsePage(html);
  const path = (name: string) =>
    tags.find((tag) => tag.name === name)?.ancestors.map((each) => each.name);
  assert.ok(tags.some(({ name, attributes: { href } }) => name === "a" && href === link));
  assert.equal(path("img")?.includes("a"), true);
  assert.equal(path("figcaption")?.includes("a"), false);
});

/** What a foreign parser reads of an element with `text` inside and in an attribute. */
function roundTrip(text: string): { inside: string; attribute: string | undefined } {
  using document = XmlDocument.fromString(xmlDocument(xmlElement("a", { b: text }, text)));
  return { inside: document.root.content, attribute: document.root.attr("b")?.value };
}

test("a parser reads the very text that was written, in elements and attributes", () => {
  const texts = [...wildTexts(300), "\u202eright to left", " \t\r\n ", "<![CDATA[ ]]>", "", "&#0;"];
  for (const text of texts) {
    assert.deepEqual(roundTrip(text), { inside: text, attribute: text }, JSON.stringify(text));
  }
});

test("characters that XML cannot hold are replaced", () => {
  for (const character of ["\0", "\b", "\u001f", "\ufffe", "\uffff", "\ud83c", "\udfee"]) {
    const { inside, attribute } = roundTrip(`a${character}b`);
    assert.deepEqual([inside, attribute], ["a\ufffdb", "a\ufffdb"], JSON.stringify(character));
  }
});

test("any code unit alone and any two of them are well formed", () => {
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const text = String.fromCharCode(unit) + String.fromCharCode((unit * 40503) & 0xffff);
    const { inside, attribute } = roundTrip(text);
    assert.equal(inside, attribute, `U+${unit.toString(16)}`);
  }
});

test("a stylesheet's address cannot end its instruction", () => {
  const text = xmlDocument(xmlElement("a", {}), '/"?><b>&.css');
  using document = XmlDocument.fromString(text);
  assert.equal(document.root.name, "a");
});
