import assert from "node:assert/strict";
import test from "node:test";
import { addressOf } from "../../../scripts/content/address-of.ts";
import { kindOf } from "../../../scripts/content/entry.ts";

for (const [key, kind, english, chinese] of [
  ["index", "welcome", "/", "/zh/"],
  ["about", "about", "/about/", "/zh/about/"],
  ["news/index", "news", "/news/", "/zh/news/"],
  ["news/culture-day", "article", "/news/culture-day/", "/zh/news/culture-day/"],
  ["contact", "contact", "/contact/", "/zh/contact/"],
  ["404", "notFound", "/404.html", "/zh/404.html"],
  ["accessibility", "page", "/accessibility/", "/zh/accessibility/"],
  ["news/404", "article", "/news/404/", "/zh/news/404/"],
] as const) {
  test(`${key} is ${kind} at ${english} and ${chinese}`, () => {
    assert.deepEqual(
      [kindOf(key), addressOf("en", key), addressOf("zh", key)],
      [kind, english, chinese],
    );
  });
}
