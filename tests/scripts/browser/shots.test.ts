import assert from "node:assert/strict";
import test from "node:test";
import { contactSheet, planShots } from "../../../scripts/browser/shots.ts";

const addresses = ["/", "/404.html", "/news/culture-day/", "/zh/", "/zh/404.html", "/zh/about/"];
const shots = planShots(addresses);

test("each page is shot in four windows, day and night, under a name of its own", () => {
  const names = shots.map(({ name }) => name);
  assert.equal(new Set(names).size, addresses.length * 8);
  for (const name of [
    "en-welcome-390-day.png",
    "en-404-768-night.png",
    "en-news-culture-day-1920-day.png",
    "zh-welcome-1280-night.png",
    "zh-404-390-day.png",
    "zh-about-1280-night.png",
  ]) {
    assert.ok(names.includes(name), name);
  }
});

test("the contact sheet shows every shot once, both languages of a page together", () => {
  const sheet = contactSheet(shots);
  for (const { name } of shots) assert.equal(sheet.split(`<a href="${name}">`).length, 2, name);
  const sections = [...sheet.matchAll(/<section id="([^"]*)">/g)].map(([, id]) => id);
  assert.deepEqual(sections, ["welcome", "404", "news-culture-day", "about"]);
});
