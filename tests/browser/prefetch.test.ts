import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright-core";
import { type FolderServer, serveFolder } from "../../scripts/browser/serve.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { projectRoot } from "../support/files.ts";
import { servers, writeHosts } from "../support/hosts/servers.ts";
import { startHost } from "../support/start-host.ts";

const { prefix } = builtSite;

/** Links that nobody may follow ahead, and a script that nobody may run. */
const others = [
  ...[
    "feed.xml",
    "zh/feed.json",
    "contact/l-s-p.vcf",
    "search/?q=a",
    "zh/search/?q=a",
    "build.json",
  ],
  ...["media/programme.pdf", "about/?print", "about"],
].map((address) => prefix + address);
const more = [...others, "https://example.org/about/", "//example.org/about/"]
  .map((href) => `<p><a href="${href}">x</a>`)
  .concat(`<script>document.title = "It ran"</script>`)
  .join("");

/** A site as it is where a request takes 250 ms, with {@link more} on each page. */
async function farAway(near: FolderServer, change: (html: string) => string) {
  const { origin, asked, ...host } = await startHost(async (request, response) => {
    const [answer] = await Promise.all([fetch(near.origin + request.url), delay(250)]);
    const isPage = answer.headers.get("content-type")?.startsWith("text/html");
    const body = isPage
      ? change(await answer.text()).replace("</main>", `${more}</main>`)
      : new Uint8Array(await answer.arrayBuffer());
    const ofBody = /^(?:content-encoding|content-length|transfer-encoding|connection)$/;
    const headers = [...answer.headers].filter(([name]) => !ofBody.test(name));
    response.writeHead(answer.status, Object.fromEntries(headers)).end(body);
  });
  const close = async (): Promise<void> => {
    await host[Symbol.asyncDispose]();
    await near.close();
  };
  return { origin, asked, close };
}

/** nginx with the block that `npm run hosts` wrote. */
async function serveByNginx(folder: string): Promise<FolderServer> {
  await writeHosts();
  const root = await mkdtemp(path.join(tmpdir(), "prefetch-"));
  const served = path.join(root, "www", prefix);
  await mkdir(path.dirname(served), { recursive: true });
  await symlink(folder, served.replace(/\/$/, ""));
  const nginx = await servers.nginx(projectRoot, path.join(root, "www"));
  const close = async (): Promise<void> => {
    await nginx[Symbol.asyncDispose]();
    await rm(root, { recursive: true });
  };
  return { origin: nginx.origin, close };
}

const hosts = [
  {
    name: "the header of nginx",
    serve: serveByNginx,
    change: (html: string) => html.replace(/<script type=speculationrules>.*?<\/script>/, ""),
  },
  {
    name: "the rules in the page",
    serve: (folder: string) => serveFolder(folder, prefix),
    change: (html: string) => html,
  },
];

// What never comes is waited for no longer.
const limits = { timeout: 60_000 };

for (const { name, serve, change } of hosts) {
  const host = await farAway(await serve(builtSite.folder), change);
  const stage = await openStage(builtSite, async () => host);

  test(
    `by ${name} every link to a page may be followed ahead, no other, and no script runs`,
    limits,
    () =>
      stage.visit("/", {}, async (page) => {
        const pages = new Set(builtSite.pages.map(({ address }) => stage.url(address)));
        const links = await page.evaluate<string[]>(
          `Array.from(document.querySelectorAll('a:not([href^="#"])'), ({ href }) => href)`,
        );
        const toPages = links.map((url) => url.replace(/#.*/, "")).filter((url) => pages.has(url));
        const { candidates } = await watchPrefetches(page);
        assert.deepEqual(new Set(await candidates), new Set(toPages));
        assert.doesNotMatch(await page.title(), /It ran/);
      }),
  );

  test(
    `by ${name} the next page is there when its link is clicked, by one request`,
    limits,
    async () => {
      const waits: number[] = [];
      for (const address of ["/about/", "/news/", "/contact/"]) {
        await stage.visit("/", {}, async (page) => {
          const url = stage.url(address);
          const { pathname } = new URL(url);
          const { candidates, fetched } = await watchPrefetches(page);
          await candidates;
          const before = host.asked.length;
          const link = page.locator(`nav a[href="${pathname}"]`).first();
          await Promise.all([fetched(url), link.hover()]);
          await link.click();
          await page.waitForURL(url);
          const { deliveryType, responseStart } = await page.evaluate<{
            deliveryType: string;
            responseStart: number;
          }>(`performance.getEntriesByType("navigation")[0].toJSON()`);
          assert.equal(deliveryType, "navigational-prefetch");
          const asked = host.asked.slice(before).filter((one) => one.endsWith("/"));
          assert.deepEqual(asked, [`GET ${pathname}`]);
          waits.push(responseStart);
        });
      }
      // Whatever else the machine has to do: the fastest of three.
      assert.ok(Math.min(...waits) < 50, waits.join());
    },
  );
}

/** What the browser may fetch ahead, and when it has. */
async function watchPrefetches(page: Page) {
  const session = await page.context().newCDPSession(page);
  const candidates = new Promise<string[]>((resolve) => {
    session.on("Preload.preloadingAttemptSourcesUpdated", ({ preloadingAttemptSources }) =>
      resolve(preloadingAttemptSources.map(({ key }) => key.url.replace(/#.*/, ""))),
    );
  });
  const fetched = (url: string) =>
    new Promise<void>((resolve) => {
      session.on("Preload.prefetchStatusUpdated", ({ prefetchUrl, status }) => {
        if (prefetchUrl === url && status === "Ready") resolve();
      });
    });
  await session.send("Preload.enable");
  return { candidates, fetched };
}
