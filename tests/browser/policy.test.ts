import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { Page } from "playwright-core";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { scrollThrough } from "../../scripts/browser/pages.ts";
import { watchPage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { projectRoot } from "../support/files.ts";
import { publish, servers, writeHosts } from "../support/hosts/servers.ts";
import { assertNoFaults } from "../support/site.ts";

await writeHosts();
const published = await publish(builtSite.folder, builtSite.prefix);
const nginx = await servers.nginx(projectRoot, published.root);
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await nginx[Symbol.asyncDispose]();
  await published[Symbol.asyncDispose]();
});
const url = (address: string): string => nginx.origin + builtSite.prefix + address.slice(1);

/** Runs `visit` with a new page; whatever its console says is a fault, violations among it. */
async function onPage(visit: (page: Page) => Promise<void>): Promise<readonly string[]> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const faults = watchPage(page, nginx.origin);
    const said: string[] = [];
    if (builtSite.prefix !== "/") {
      // Browsers ask a host for it where a document names no icon, as a feed cannot: not the site's.
      await page.route(`${nginx.origin}/favicon.ico`, (route) => route.fulfill({ status: 204 }));
    }
    page.on("console", (message) => said.push(`console: ${message.text()}`));
    await visit(page);
    await page.waitForLoadState("networkidle");
    return [...faults, ...said];
  } finally {
    await context.close();
  }
}

for (const { address } of builtSite.pages) {
  test(`${address} is whole under the policy, as nginx sends it`, async () => {
    const faults = await onPage(async (page) => {
      const response = await page.goto(url(address));
      assert.equal(response?.status(), 200);
      assert.match(response?.headers()["content-security-policy"] ?? "", /frame-ancestors 'none'/);
      await scrollThrough(page);
    });
    assertNoFaults(faults);
  });
}

/** A word that stands on the page about us, in its language. */
const queries = (
  [
    ["about/", /[a-z]{6,}/],
    ["zh/about/", /\p{Script=Han}{2}/u],
  ] as const
).map(([about, word]) => {
  const page = builtSite.pages.find(({ address }) => address === `/${about}`);
  const main = page?.tags.filter(({ ancestors }) => ancestors.some(({ name }) => name === "main"));
  const text = main?.find(({ name }) => name === "p")?.text ?? "";
  return `/${about.replace("about", "search")}?q=${encodeURIComponent(word.exec(text)?.[0] ?? "")}`;
});
for (const address of queries) {
  test(`${address} finds what is asked, under the policy`, async () => {
    const faults = await onPage(async (page) => {
      await page.goto(url(address));
      await page.locator("mark").first().waitFor();
    });
    assertNoFaults(faults);
  });
}

for (const feed of [...builtSite.files].filter((file) => /(^|\/)feed\.xml$/.test(file))) {
  test(`/${feed} opens as a page under its policy`, async () => {
    const faults = await onPage(async (page) => {
      await page.goto(url(`/${feed}`));
      assert.ok(await page.locator("h1").isVisible());
    });
    assertNoFaults(faults);
  });
}

test("what gets into a page is stopped: styles, pictures from elsewhere, markup made of text", async () => {
  await onPage(async (page) => {
    await page.goto(url("/"));
    const stopped = await page.evaluate<string[]>(`new Promise((resolve) => {
      const told = new Set();
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        told.add(effectiveDirective);
        if (told.size === 3) resolve([...told]);
      });
      const style = document.createElement("style");
      style.append("body { color: red }");
      const picture = document.createElement("img");
      picture.src = "https://elsewhere.example/picture.png";
      document.body.append(style, picture);
      try { document.body.innerHTML = "<p>text</p>"; } catch {}
    })`);
    const expected = ["img-src", "require-trusted-types-for", "style-src-elem"];
    assert.deepEqual(stopped.sort(), expected);
  });
});
