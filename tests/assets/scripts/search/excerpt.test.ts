import assert from "node:assert/strict";
import test from "node:test";
import { excerpt } from "../../../../assets/scripts/search/excerpt.ts";
import { hanCuts } from "../../../../scripts/lib/han-cuts.ts";

/** The excerpt with its marks as `[…]`, of a text in which Pagefind has found `words`. */
function shown(text: string, words: readonly string[], phrases: readonly string[] = []): string {
  const content = hanCuts.put(text);
  const locations = content.split(" ").flatMap((word, at) => (words.includes(word) ? [at] : []));
  const page = { url: "/", content, locations, meta: { title: "" } };
  return excerpt(page, phrases)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join("");
}

test("words are marked without the punctuation around them", () => {
  assert.equal(
    shown("“Mersey,” they said: the River.", ["“Mersey,”", "River."]),
    "“[Mersey],” they said: the [River].",
  );
});

test("markup in a text stays text", () => {
  const text = "<b>a</b> &amp; 5 < 6 </script> <img src=x onerror=alert(1)>";
  assert.equal(shown(text, []), text);
});

test("Han characters are marked only where they stand together as in the query", () => {
  assert.equal(
    shown("海上商城，上海的海。利物浦在上海", [..."上海"], ["上海"]),
    "海上商城，[上海]的海。利物浦在[上海]",
  );
});

test("the first word shown is whole, and blanks beside Han characters are kept", () => {
  assert.equal(shown("利物浦 Liverpool 与上海", [], ["利物浦"]), "[利物浦] Liverpool 与上海");
});

test("nothing that is marked is cut in two", () => {
  const part = shown(`上海${"的".repeat(56)}上海${"的".repeat(56)}`, [], ["上海"]);
  assert.equal(part, `[上海]${"的".repeat(56)}[上海] …`);
});

test("the part with the most of the query is shown, with a word about what is left out", () => {
  const many = Array.from({ length: 100 }, (_, at) => `w${at}`);
  const text = [...many, "river", "one", "mersey", ...many].join(" ");
  const part = shown(`river ${text}`, ["river", "mersey"]);
  assert.match(part, /^… .*\[river\] one \[mersey\].* …$/);
  assert.ok(part.split(" ").length <= 32);
});
