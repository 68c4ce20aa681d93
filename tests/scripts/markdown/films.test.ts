import assert from "node:assert/strict";
import { test } from "node:test";
import { filmFault } from "../../../scripts/markdown/films.ts";
import { render } from "./site.ts";

/** What is to be shown of a still with a link to `href` that has a title. */
const shown = (href: string, title: string) =>
  /"(?:caption|film)":(?:\{.*?\}|".*?")/.exec(render(`[![a](b.jpg)](${href} "${title}")`))?.[0];

test("a film has a name, a length and a host; other titles are captions", () => {
  const address = "https://www.bilibili.com/video/BV1";
  assert.equal(
    shown(address, "It's the docks, 3:42"),
    '"film":{"title":"It’s the docks","length":"3:42","host":"bilibili.com"}',
  );
  assert.equal(
    shown("http://films.example.org/a", "码头，1:03:42"),
    '"film":{"title":"码头","length":"1:03:42","host":"films.example.org"}',
  );
  assert.equal(shown(address, "3:42"), '"caption":"3:42"');
  assert.equal(shown("/about/", "At noon, 12:00"), '"caption":"At noon, 12:00"');
  assert.equal(shown("https://example.org/", "The docks"), '"caption":"The docks"');
});

test("what was meant as a length is offered as one, where it can be told", () => {
  const offered = (title: string) => {
    const { rule, values } = filmFault("https://m.youtube.com/watch?v=a", title) ?? {};
    return values?.better ?? rule;
  };
  for (const title of ["A, 3，42", "A 3:42", "A (3m 42s)", "A，3分42秒", "A, 3'42\"", "A - 3.42"]) {
    assert.match(offered(title) ?? "", /^A(?: -)?, 3:42$/, title);
  }
  assert.equal(offered("A, 75:00"), "A, 1:15:00");
  assert.equal(offered("A, 1h 5 min"), "A, 1:05:00");
  assert.equal(offered("A, 3 minutes"), "A, 3:00");
  assert.equal(offered("A, about 4 minutes"), "A, 4:00");
  assert.equal(offered("A，大约4分钟"), "A, 4:00");
  assert.equal(offered(" "), "film-unnamed");
  assert.equal(offered("A, 3:42"), undefined);
});

test("a length that cannot be told is left out of what is offered, and other numbers stay", () => {
  const named = (title: string) => {
    const { rule, values } = filmFault("https://vimeo.com/1", title) ?? {};
    return rule === "film-no-length" ? values?.name : rule;
  };
  assert.equal(named("A walk, 3:72"), "A walk");
  assert.equal(named("A walk (about 2 hours)"), "A walk");
  for (const title of ["The docks", "Pier 42", "The docks in 2026", "The docks in 1999, 2026"]) {
    assert.equal(named(title), title);
  }
});

test("other pages of hosts of films are no films", () => {
  assert.equal(filmFault("https://www.youtube.com/@society", undefined), undefined);
  assert.equal(filmFault("https://space.bilibili.com/1", "Our channel"), undefined);
});
