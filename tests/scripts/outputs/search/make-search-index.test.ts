import assert from "node:assert/strict";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { EnvironmentFailure } from "../../../../scripts/lib/failure.ts";
import { makeSearchIndex } from "../../../../scripts/outputs/search/make-search-index.ts";
import type { SearchRecord } from "../../../../scripts/outputs/search/search-record.ts";

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
