import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { Page } from "puppeteer-core";
import { launchFirefox } from "../../scripts/browser/firefox.ts";
import { type AnyPage, unloadedImages } from "../../scripts/browser/pages.ts";
import { serveWithPolicies } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults, pageAt } from "../support/site.ts";
import {
  marksSideBySide,
  misspacedMarks,
  oneOfEachKind,
  overflow,
  ownPage,
  squeezedText,
} from "./probes.ts";

const { folder, prefix } = builtSite;
const server = await serveWithPolicies(folder, prefix);
const firefox = await launchFirefox();
after(async () => {
  await firefox.close();
  await server.close();
});

/**
 * Runs `see` with the page at one of the site's addresses in a window of 320 px. `faults` fills up
 * with whatever Firefox says in its console, and with requests that are not answered as they should.
 */
async function visit<T>(
  address: string,
  see: (page: AnyPage, window: Page, faults: readonly string[]) => Promise<T>,
): Promise<T> {
  const window = await firefox.newPage();
  try {
    await window.setViewport({ width: 320, height: 640 });
    const faults = watch(window);
    await window.goto(server.origin + prefix + address.slice(1), { waitUntil: "load" });
    const evaluate = <R>(script: string) => window.evaluate(script) as Promise<R>;
    return await see({ evaluate }, window, faults);
  } finally {
    await window.close();
  }
}

function watch(window: Page): readonly string[] {
  const faults: string[] = [];
  window.on("console", (message) => faults.push(`console: ${message.text()}`));
  // Of scripts, and of policies too.
  window.on("pageerror", (error) => faults.push(String(error)));
  window.on("request", (request) => {
    const isOwn = request.url().startsWith(`${server.origin}/`) || /^data:/.test(request.url());
    if (!isOwn) faults.push(`request to another origin: ${request.url()}`);
  });
  window.on("requestfailed", (request) => {
    faults.push(`request failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  window.on("response", (response) => {
    if (response.status() >= 400) faults.push(`answer ${response.status()}: ${response.url()}`);
  });
  return faults;
}

for (const { address } of builtSite.pages) {
  test(`${address} loads whole under its policy, says nothing, fits a telephone and spaces Chinese marks`, () =>
    visit(address, async (page, window, faults) => {
      assertNoFaults(await overflow(page));
      assertNoFaults(await page.evaluate<string[]>(squeezedText));
      assertNoFaults(await page.evaluate<string[]>(misspacedMarks));
      await window.setViewport({ width: 390, height: 844 });
      assertNoFaults(await overflow(page));
      assert.deepEqual(await unloadedImages(page), []);
      assertNoFaults(faults);
    }));
}

for (const { address, kind, language } of oneOfEachKind) {
  if (kind !== "article") continue;
  test(`the search finds ${address} by its title, under its policy`, () => {
    const { tags } = pageAt(builtSite, address);
    const title = tags.find(({ name }) => name === "h1")?.text ?? "";
    const search = `${language === "zh" ? "/zh" : ""}/search/?q=${encodeURIComponent(title)}`;
    return visit(search, async (_, window, faults) => {
      await window.waitForSelector(`.search-results a[href$="${address}"]`);
      assertNoFaults(faults);
    });
  });
}

test("what breaks the policy or the window would be seen", () =>
  visit("/", async (page, window, faults) => {
    await page.evaluate(`document.querySelector("main").style.minInlineSize = "900px"`);
    assert.notDeepEqual(await overflow(page), []);
    const told = new Promise((resolve) => window.once("pageerror", resolve));
    await page.evaluate(
      `document.body.append(Object.assign(new Image(), { src: "https://elsewhere.example/" }))`,
    );
    await told;
    assert.match(faults.join(), /Content-Security-Policy/);
  }));

test("every two Chinese marks side by side are a character and a half wide, three are two", async () => {
  const window = await firefox.newPage();
  await window.setContent(ownPage("zh-Hans", marksSideBySide));
  assertNoFaults((await window.evaluate(misspacedMarks)) as string[]);
  await window.addStyleTag({ content: ".c, .o { margin: 0 !important }" });
  assert.ok(((await window.evaluate(misspacedMarks)) as string[]).length > 800);
  await window.close();
});
