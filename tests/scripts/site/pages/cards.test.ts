import assert from "node:assert/strict";
import test from "node:test";
import { cardColours } from "../../../../scripts/site/assets.ts";
import { cardData } from "../../../../scripts/site/pages/cards.ts";
import { cardCollector } from "../../../../scripts/site/pages/context.ts";
import { projectRoot } from "../../../support/files.ts";
import { contextOf, entryOf } from "../../../support/site-context.ts";

const colours = await cardColours(projectRoot);

async function share(key: string, own: Parameters<typeof entryOf>[2] = {}, prefix = "/") {
  const entry = entryOf("en", key, own);
  const context = { ...(await contextOf([entry], prefix)), cards: cardCollector(colours) };
  const standing = { ...entry, entry, counterpart: undefined, isSamePage: true };
  return { data: cardData(standing, context), cards: context.cards.all() };
}

test("the card is planned, and its address is absolute and below the base path", async () => {
  const { data, cards } = await share("news/river", { date: "2025-05-28" }, "/twinning/");
  const [card] = cards;
  assert.equal(data?.image, `https://cities.example/twinning/${card?.path}`);
  assert.equal(data?.url, "https://cities.example/twinning/news/river/");
  assert.match(card?.path ?? "", /^cards\/news-river\.[0-9a-f]{10}\.jpg$/);
  assert.equal(card?.card.date, "28 May 2025");
  assert.equal(data?.published, "2025-05-28");
});

test("an article from the archive shows no date, since nobody knows it", async () => {
  const { data, cards } = await share("news/old", { date: "2011-01-01", archive: true });
  assert.deepEqual([data?.published, cards[0]?.card.date], [undefined, undefined]);
});

test("404 has no card, and the preview none at all", async () => {
  assert.deepEqual(await share("404"), { data: undefined, cards: [] });
  const entry = entryOf("en", "about");
  const standing = { ...entry, entry, counterpart: undefined, isSamePage: true };
  assert.equal(cardData(standing, await contextOf([entry])), undefined);
});

test("a card has another address when its title changes", async () => {
  const [one, other] = await Promise.all([
    share("about", { title: "One" }),
    share("about", { title: "Other" }),
  ]);
  assert.notEqual(one.cards[0]?.path, other.cards[0]?.path);
});
