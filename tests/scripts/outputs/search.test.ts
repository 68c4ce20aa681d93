import assert from "node:assert/strict";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import {
  makeSearchIndex,
  readableText,
  type SearchRecord,
  withinTime,
} from "../../../scripts/outputs/search.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";

const records: SearchRecord[] = [
  { address: "/about/", language: "en", title: "About", text: "The Mersey and the Huangpu." },
  { address: "/news/a/", language: "en", title: "</script>]]>&", text: "<b>5 < 6</b> 🚢 ﷺ" },
  {
    address: "/zh/about/",
    language: "zh",
    title: "关于",
    text: "利物浦与上海，皇家阿尔伯特码头。",
  },
  { address: "/zh/news/a/", language: "zh", title: "龘".repeat(300), text: "黄浦江畔" },
];

test("the same records give the same bytes, in any order", async () => {
  const first = await makeSearchIndex(records);
  for (let turn = 1; turn < records.length; turn += 1) {
    const turned = [...records.slice(turn), ...records.slice(0, turn)];
    assert.deepEqual(await makeSearchIndex(turned), first);
  }
  assert.deepEqual([...first.keys()], [...first.keys()].sort());
});

test("every record has its page, and only what a search asks for is there", async () => {
  const index = await makeSearchIndex(records);
  const pages = [...index].filter(([name]) => name.startsWith("fragment/"));
  assert.equal(pages.length, records.length);
  const urls = pages.map(([, bytes]) => {
    // After its signature a fragment is JSON.
    return JSON.parse(gunzipSync(bytes).subarray("pagefind_dcd".length).toString()).url;
  });
  assert.deepEqual(urls.sort(), records.map(({ address }) => address).sort());
  assert.deepEqual(
    [...index.keys()].filter((name) => !/^(?:fragment|index)\/|\.pf_meta$/.test(name)),
    [
      "pagefind-entry.json",
      "pagefind-worker.js",
      "pagefind.js",
      "wasm.en.pagefind",
      "wasm.unknown.pagefind",
    ],
  );
});

test("a site in one language has the program of that language alone", async () => {
  const index = await makeSearchIndex(records.slice(0, 2));
  const entry = JSON.parse(Buffer.from(index.get("pagefind-entry.json") ?? "").toString());
  assert.deepEqual(Object.keys(entry.languages), ["en"]);
  assert.ok(!index.has("wasm.unknown.pagefind"));
});

test("without its program the failure is one sentence of the environment", async () => {
  // Pagefind looks for its program by the machine that npm installs for.
  process.env.npm_config_arch = "vax";
  try {
    await assert.rejects(makeSearchIndex(records), (error) => {
      assert.ok(error instanceof EnvironmentFailure);
      assert.match(error.message, /^The search index cannot be made: .*vax.* — run “npm ci”.*$/);
      return true;
    });
  } finally {
    delete process.env.npm_config_arch;
  }
});

test("an answer or a refusal is handed on, and what never answers is an error", async () => {
  assert.equal(await withinTime(Promise.resolve("yes"), 60_000), "yes");
  await assert.rejects(withinTime(Promise.reject(new Error("no")), 60_000), /no/);
  await assert.rejects(withinTime(new Promise(() => {}), 1), /does not answer/);
});

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
