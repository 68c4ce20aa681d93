import assert from "node:assert/strict";
import test from "node:test";
import { unloadedImages } from "../../scripts/browser/pages.ts";
import { features } from "../../scripts/outputs/hosts/policies.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { projectRoot } from "../support/files.ts";
import { publish, servers, writeHosts } from "../support/hosts/servers.ts";
import { assertNoFaults } from "../support/site.ts";
import { axeFaults, faultsAmong, overflow, searches } from "./probes.ts";

await writeHosts();
/** As a real nginx serves it, under the policy that it sends. */
const stage = await openStage(builtSite, async (folder, prefix) => {
  const published = await publish(folder, prefix);
  const nginx = await servers.nginx(projectRoot, published.root);
  const close = async (): Promise<void> => {
    await nginx[Symbol.asyncDispose]();
    await published[Symbol.asyncDispose]();
  };
  return { origin: nginx.origin, close };
});

const windows = [
  { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
];
for (const { address } of builtSite.pages) {
  for (const window of windows) {
    test(`${address} loads whole under its policy, without complaint, at ${window.viewport.width} px`, () =>
      stage.visit(address, window, async (page, faults) => {
        assert.deepEqual(await unloadedImages(page), []);
        await page.waitForLoadState("networkidle");
        assertNoFaults(faults);
      }));
  }
}

test("an address that does not exist answers 404 with a page that loads whole", () =>
  stage.visit("/no/such/page/", {}, async (page, faults) => {
    assert.equal(await page.locator("h1").count(), 1);
    assert.deepEqual(await unloadedImages(page), []);
    await page.waitForLoadState("networkidle");
    // The answer itself, and what the console says of it.
    assertNoFaults(faults.filter((fault) => !/^answer 404.*\/no\/such|status of 404/.test(fault)));
    assert.equal(faults.filter((fault) => fault.startsWith("answer")).length, 1);
  }));

for (const address of searches) {
  test(`${address} finds what is asked, under its policy`, () =>
    stage.visit(address, {}, async (page, faults) => {
      await page.locator("mark").first().waitFor();
      await page.waitForLoadState("networkidle");
      assertNoFaults(faults);
    }));
}

test("what gets into a page is stopped: styles, pictures from elsewhere, markup made of text", () =>
  stage.visit("/", {}, async (page) => {
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
  }));

for (const address of ["/", "/zh/search/", "/feed.xml", "/no/such/page/"]) {
  test(`${address} may use no feature that the browser names`, () =>
    stage.visit(address, {}, async (page) => {
      const [named = [], allowed = []] = await page.evaluate<string[][]>(
        `["features", "allowedFeatures"].map((list) => document.featurePolicy[list]().sort())`,
      );
      // Another version names some others, and no article is to wait for the list of these.
      const isListed = stage.browser.version().startsWith("156.");
      if (isListed) assert.deepEqual(named, features);
      assert.deepEqual(isListed ? allowed : allowed.filter((one) => features.includes(one)), []);
    }));
}

for (const address of ["/feed.xml", "/zh/feed.xml"]) {
  test(`${address} opens as a page with its articles, and nothing of the feed around them`, () =>
    stage.visit(address, { viewport: { width: 320, height: 640 } }, async (page, faults) => {
      const around = `if (box.width > 0 && element.localName !== "main") say("is shown")`;
      assertNoFaults(await faultsAmong(page, ":root > *", around));
      const entries = await page.evaluate<number>(`document.getElementsByTagName("entry").length`);
      assert.ok(entries > 0);
      assert.equal(await page.getByRole("heading", { level: 2, name: /./ }).count(), entries);
      const paper = "getComputedStyle(document.documentElement).backgroundColor";
      assert.notEqual(
        await page.evaluate(paper),
        "rgba(0, 0, 0, 0)",
        "it has the paper of the site",
      );
      assertNoFaults(await overflow(page));
      // Browsers ask a host for it where a document names no icon, as a feed cannot.
      assertNoFaults(faults.filter((fault) => !fault.includes("/favicon.ico")));
    }));
}

for (const { address } of builtSite.pages) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [390, 1280]) {
      // Colours in the middle of a transition are nobody's to judge.
      const window = {
        colorScheme,
        reducedMotion: "reduce",
        viewport: { width, height: 800 },
      } as const;
      test(`${address} has no axe violation at ${width} px, ${colorScheme}`, () =>
        stage.visit(address, window, async (page) => assertNoFaults(await axeFaults(page))));
    }
  }
}

for (const [address, file] of [
  ["/contact/", "/site.webmanifest"],
  ["/zh/contact/", "/zh/site.webmanifest"],
] as const) {
  test(`the browser reads the manifest of ${address} without a complaint`, () =>
    stage.visit(address, {}, async (page) => {
      const session = await page.context().newCDPSession(page);
      const { url, data, errors } = await session.send("Page.getAppManifest");
      assert.equal(url, stage.url(file));
      assert.deepEqual(errors, []);
      assert.ok(data);
    }));
}
