import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { openStage, serveWithPolicies } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { searches } from "./probes.ts";

// What `content/en/privacy.md` and its translation say of the site itself: no cookies, nothing stored,
// nobody else asked, no script but the search.

const stage = await openStage(builtSite, serveWithPolicies);

/** What a site may leave in a browser besides copies of its files. */
async function leftBehind(page: Page): Promise<string[]> {
  const left = await page.evaluate<Record<string, number>>(`(async () => {
    const files = await navigator.storage.getDirectory();
    return {
      localStorage: localStorage.length,
      sessionStorage: sessionStorage.length,
      indexedDB: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      files: (await Array.fromAsync(files.keys())).length,
      "service workers": (await navigator.serviceWorker.getRegistrations()).length,
    };
  })()`);
  const cookies = (await page.context().cookies()).length;
  return Object.entries({ ...left, cookies }).flatMap(([what, count]) => (count > 0 ? what : []));
}

/** Its scripts; what is data by its type does not run. */
const scriptsOf = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.scripts]
    .filter(({ type }) => !["application/ld+json", "speculationrules"].includes(type))
    .map(({ outerHTML }) => outerHTML)`);

test("whoever visits every page, and searches, has asked nobody else, runs no script but the search’s, and keeps nothing", async () => {
  const context = await stage.browser.newContext();
  const elsewhere: string[] = [];
  const programs: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${stage.origin}/`)) elsewhere.push(url);
    if (request.resourceType() === "script") programs.push(url);
  });
  const page = await context.newPage();
  const addresses = builtSite.pages.map(({ address }) => address);
  for (const address of addresses.filter((one) => !/^\/(?:zh\/)?search\/$/.test(one))) {
    await page.goto(stage.url(address));
    assert.deepEqual([...(await scriptsOf(page)), ...programs], [], address);
  }
  for (const address of searches) {
    await page.goto(stage.url(address));
    await page.locator("mark").first().waitFor();
    assert.equal((await scriptsOf(page)).length, 1, address);
  }
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(await leftBehind(page), []);
  await context.close();
});

test("all that a site may leave is found", () =>
  stage.visit("/", {}, async (page) => {
    await page.evaluate(`(async () => {
      document.cookie = "a=b";
      localStorage.setItem("a", "b");
      sessionStorage.setItem("a", "b");
      await new Promise((resolve) => { indexedDB.open("a").onsuccess = resolve; });
      await caches.open("a");
      const files = await navigator.storage.getDirectory();
      await files.getFileHandle("a", { create: true });
    })()`);
    const all = ["localStorage", "sessionStorage", "indexedDB", "caches", "files", "cookies"];
    assert.deepEqual(await leftBehind(page), all);
  }));
