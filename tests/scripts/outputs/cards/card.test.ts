import assert from "node:assert/strict";
import test from "node:test";
import { type Card, type CardPhotograph, cardKey } from "../../../../scripts/outputs/cards/card.ts";
import { someCard } from "./some-card.ts";

const photograph: CardPhotograph = {
  sha256: "a".repeat(64),
  region: { left: 1, top: 2, width: 300, height: 400 },
};

test("equal cards have one key", () => {
  assert.equal(cardKey(someCard(), [photograph]), cardKey(someCard(), [photograph]));
  assert.match(cardKey(someCard(), []), /^[0-9a-f]{64}$/);
});

test("the key changes with everything that is drawn", () => {
  const card = someCard();
  const changes: Partial<Card>[] = [
    {},
    { language: "zh" },
    { title: "Two Cities, One sea" },
    { siteName: "Twinning" },
    { date: "28 May 2025" },
    { unbroken: [] },
    ...(["from", "to"] as const).flatMap((end) => [
      { [end]: { ...card[end], name: "Elsewhere" } },
      { [end]: { ...card[end], written: "0°" } },
      { [end]: { ...card[end], latitude: 1 } },
      { [end]: { ...card[end], longitude: 1 } },
    ]),
    ...Object.keys(card.colours).map((name) => ({
      colours: { ...card.colours, [name]: "#000000" },
    })),
  ];
  const photographs: CardPhotograph[][] = [
    [photograph],
    [photograph, photograph],
    [{ ...photograph, sha256: "b".repeat(64) }],
    ...(["left", "top", "width", "height"] as const).map((side) => [
      { ...photograph, region: { ...photograph.region, [side]: 7 } },
    ]),
  ];
  const keys = [
    ...changes.map((change) => cardKey(someCard(change), [])),
    ...photographs.map((each) => cardKey(card, each)),
  ];
  assert.equal(new Set(keys).size, keys.length);
});
