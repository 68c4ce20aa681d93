import assert from "node:assert/strict";
import test from "node:test";
import { readableText } from "../../../scripts/html/readable-text.ts";

const nothing = () => false;

test("only what is read in main is text, block by block", () => {
  const html = `<header><a>Home</a></header><main><h1>Docks &amp;\n  piers</h1>
    <p>The <em>Royal</em> Albert&nbsp;Dock<br>at dusk</p><ul><li>One<li>Two</ul>
    <nav><a>Next</a></nav><svg><text>30°</text></svg><script>x()</script>
    <table><tr><td>River<td>Mersey</table></main><footer>Foot</footer>`;
  const words = ["Docks & piers", "The Royal Albert Dock", "at dusk", "One", "Two"];
  assert.deepEqual(readableText(html, nothing), [...words, "River", "Mersey"]);
});

test("what is skipped is skipped with all that is in it", () => {
  const html = `<main><section class="a newest"><p>News <img src=x> of <b>today</b></p></section><p>Stays</p></main>`;
  assert.deepEqual(
    readableText(html, (classes) => classes.includes("newest")),
    ["Stays"],
  );
});
