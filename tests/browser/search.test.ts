import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import type { Page, Route } from "playwright-core";
import { openStage, serveWithPolicies } from "../support/browser.ts";
import { builtFixture, builtProject, runCommand } from "../support/project.ts";
import { assertNoFaults } from "../support/site.ts";
import { axeFaults } from "./probes.ts";

// What editors write would change what is found.
const stage = await openStage({ folder: await builtFixture(), prefix: "/" }, serveWithPolicies);
const { url } = stage;

/** Runs `see` with a page; anything the browser complains of is a fault. */
const visit = (address: string, see: (page: Page) => Promise<void>): Promise<void> =>
  stage.visit(address, {}, async (page, faults) => {
    await see(page);
    assertNoFaults(faults);
  });

// What it came to, not that it searches.
const status = "[role=status]:not(:empty):not(:text-matches('^(Searching|正在)'))";
const results = ".search-results a";

/** Searches by the page's address, and says what was found. */
async function ask(page: Page, address: string, query: string): Promise<string[]> {
  await page.goto(url(`${address}?q=${encodeURIComponent(query)}`));
  await page.locator(status).waitFor();
  return page.locator(results).allTextContents();
}

const found = [
  { address: "/search/", query: "execution charting", title: /^CQG establishes/ },
  { address: "/search/", query: "World Heritage", title: /^World Heritage$/ },
  { address: "/search/", query: "riverfronts", title: /^Shanghai’s riverfront$/ },
  { address: "/search/", query: "culture day 2025", title: /Culture Day$/ },
  { address: "/zh/search/", query: "世界遗产", title: /^世界遗产$/ },
  { address: "/zh/search/", query: "黄浦江", title: /^上海的江岸$/ },
  { address: "/zh/search/", query: "码头 联合国教科文组织", title: /^世界遗产$/ },
  { address: "/zh/search/", query: "CQG 网络", title: /^CQG/ },
  { address: "/zh/search/", query: "无障碍", title: /^无障碍声明$/ },
];
for (const { address, query, title } of found) {
  test(`“${query}” finds its page first`, () =>
    visit(address, async (page) => {
      const [first = ""] = await ask(page, address, query);
      assert.match(first, title);
      await page.locator(results).first().click();
      assert.match(await page.title(), new RegExp(first));
    }));
}

test("every page with 利物浦 is found, though dictionaries cut it in different ways", () =>
  visit("/zh/search/", async (page) => {
    const titles = await ask(page, "/zh/search/", "利物浦");
    for (const title of ["欢迎", "关于", "世界遗产", "“利物浦在上海”文化日"]) {
      assert.ok(titles.includes(title), title);
    }
    const marks = await page.locator("mark").allTextContents();
    assert.deepEqual([...new Set(marks)], ["利物浦"]);
  }));

test("a browser without a dictionary finds what stands together, and says where nothing does", () =>
  visit("/zh/search/", async (page) => {
    await page.addInitScript("delete Intl.Segmenter");
    assert.notDeepEqual(await ask(page, "/zh/search/", "利物浦"), []);
    assert.deepEqual(await ask(page, "/zh/search/", "利物浦龙华寺"), []);
    assert.match((await page.locator(status).textContent()) ?? "", /^没有找到/);
  }));

test("counts are told in the language of the page, one and many", () =>
  visit("/search/", async (page) => {
    const say = async (address: string, query: string) => {
      await ask(page, address, query);
      return page.locator(status).textContent();
    };
    assert.equal(await say("/search/", "CQG"), "1 result for “CQG”");
    assert.match((await say("/search/", "river")) ?? "", /^\d+ results for “river”$/);
    assert.equal(await say("/zh/search/", "CQG"), "找到 1 条与“CQG”有关的结果");
    assert.match((await say("/search/", "xylophone")) ?? "", /^Nothing was found/);
    assert.ok(await page.locator(".archive-list").isVisible(), "with the archive in its place");
  }));

test("for words that are nowhere nothing is found, whatever is there of their beginnings", () =>
  visit("/search/", async (page) => {
    for (const query of ["theatre", "insurance", "Manchester", "Liverpool theatre"]) {
      assert.deepEqual(await ask(page, "/search/", query), []);
      assert.match((await page.locator(status).textContent()) ?? "", /^Nothing was found/);
    }
    // Names, in the other script and in a form of it that nobody writes, are there.
    for (const query of ["Liverp", "ＬＩＶＥＲＰＯＯＬ", "Lìverpööl"]) {
      assert.notDeepEqual(await ask(page, "/search/", query), [], query);
    }
  }));

for (const [address, word] of [
  ["/search/", "Searching for “CQG”…"],
  ["/zh/search/", "正在搜索“CQG”……"],
] as const) {
  test(`${address} says that it searches, and until then shows nothing as if it were the answer`, () =>
    visit(address, async (page) => {
      let answer = () => {};
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route("**/pagefind/**", async (route) => {
        await answered;
        await route.continue();
      });
      await page.goto(url(`${address}?q=CQG`));
      await page.getByRole("status").getByText(word).waitFor();
      assert.ok(!(await page.locator(".archive-list").isVisible()));

      answer();
      await page.locator(results).first().waitFor();
      assert.doesNotMatch((await page.locator(status).textContent()) ?? word, /Searching|正在/);
    }));

  test(`no list of ${address} is empty, with results and without`, () =>
    visit(address, async (page) => {
      for (const query of ["", "CQG", "xylophone"]) {
        await page.goto(url(`${address}?q=${query}`));
        if (query !== "") await page.locator(status).waitFor();
        const lists = await page.locator("main").getByRole("list").all();
        assert.notEqual(lists.length, 0);
        for (const list of lists) assert.notEqual(await list.getByRole("listitem").count(), 0);
      }
    }));
}

test("nothing of the search is fetched before it is needed, and then a worker does the work", () =>
  visit("/search/", async (page) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: "networkidle" });
    assert.ok(!asked.some((each) => each.includes("/pagefind/")), asked.join("\n"));
    await page.locator("input[type=search]").fill("river");
    await page.locator(results).first().waitFor();
    assert.deepEqual(
      page.workers().map((worker) => new URL(worker.url()).pathname),
      ["/pagefind/pagefind-worker.js"],
    );
  }));

test("a script that is not the one that was built is not run: the archive stays", () =>
  stage.visit("/search/", {}, async (page, faults) => {
    await page.route(/search\.\w+\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()} ` });
    });
    await page.goto(url("/search/?q=river"), { waitUntil: "networkidle" });
    assert.match(faults.join(), /integrity/);
    assert.ok(await page.locator(".archive-list").isVisible());
    assert.equal(await page.locator(results).count(), 0);
  }));

test("what is typed is text, in the field, the status and the address", () =>
  visit("/search/", async (page) => {
    for (const query of [
      "<img src=x onerror=document.title='x'>",
      "</script><script>document.title='x'</script>",
      "{query} {count} \"'&amp;",
    ]) {
      await ask(page, "/search/", query);
      assert.ok((await page.locator(status).textContent())?.includes(query), query);
      assert.equal(await page.locator("input[type=search]").inputValue(), query);
      assert.match(await page.title(), /^Search/);
      assert.equal(await page.locator("main img").count(), 0);
    }
  }));

test("pinyin is no query until it has become a word", () =>
  visit("/zh/search/", async (page) => {
    await page.clock.install();
    // Pagefind gives its worker five seconds by this clock: it has to be there before the clock runs ahead.
    await ask(page, "/zh/search/", "上海");
    await page.locator("input[type=search]").fill("");
    await page.locator(".archive-list").waitFor();
    const session = await page.context().newCDPSession(page);
    for (const text of ["h", "huang", "huang'pu'jiang"]) {
      await session.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await page.clock.runFor(10_000);
    assert.equal(new URL(page.url()).search, "");

    await session.send("Input.insertText", { text: "黄浦江" });
    await page.clock.runFor(10_000);
    await page.locator(results).first().waitFor();
    assert.equal(new URL(page.url()).searchParams.get("q"), "黄浦江");
  }));

test("no string but the address of Pagefind’s worker becomes a script", () =>
  visit("/search/", async (page) => {
    await ask(page, "/search/", "river");
    const refused = (script: string) =>
      page.evaluate<string>(
        `(() => { try { ${script}; return "done"; } catch (error) { return error.name; } })()`,
      );
    const worker = "/pagefind/pagefind-worker.js";
    assert.equal(await refused(`new Worker("/pagefind/pagefind.js")`), "TypeError");
    assert.equal(await refused(`new Worker("${worker}?x")`), "TypeError");
    assert.equal(await refused(`new Worker("${worker}").terminate()`), "done");
  }));

test("the keyboard alone searches, opens what is found and comes back to it", () =>
  visit("/search/", async (page) => {
    const field = page.locator("input[type=search]");
    while (!(await field.evaluate((element) => element === element.ownerDocument.activeElement))) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("heritage");
    await page.keyboard.press("Enter");
    const first = page.locator(results).first();
    await first.waitFor();
    assert.equal(await page.locator(":focus").textContent(), "World Heritage");
    assert.match(page.url(), /\/search\/\?q=heritage$/);
    assert.ok(!(await page.locator(".archive-list").isVisible()));
    await page.keyboard.press("Enter");
    await page.waitForURL(url("/news/world-heritage/"));
    await page.goBack();
    await first.waitFor();
    assert.equal(await field.inputValue(), "heritage");
  }));

test("going back and emptying the field bring back what was there before", () =>
  visit("/search/", async (page) => {
    await ask(page, "/search/", "river");
    const field = page.locator("input[type=search]");
    await field.fill("heritage");
    await field.press("Enter");
    await page.getByText("for “heritage”").waitFor();
    await page.goBack();
    await page.getByText("for “river”").waitFor();
    await field.fill("");
    await page.locator(".archive-list").waitFor();
    assert.equal(await page.locator(results).count(), 0);
    assert.equal(page.url(), url("/search/"));
  }));

test("if the index cannot be had, the page says so and keeps the archive", () =>
  stage.visit("/search/", {}, async (page) => {
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.goto(url("/search/?q=river"));
    await page.getByText("The search could not be loaded").waitFor();
    assert.ok(await page.locator(".archive-list a").first().isVisible());

    await page.unroute("**/pagefind/**");
    await page.locator("input[type=search]").press("Enter");
    await page.locator(results).first().waitFor();
  }));

test("if Pagefind gives up a worker that is slow to come, the next search has another", () =>
  stage.visit("/search/", {}, async (page) => {
    await page.clock.install();
    const held = new Promise<Route>((resolve) => {
      void page.route("**/pagefind-worker.js", resolve, { times: 1 });
    });
    await page.goto(url("/search/?q=river"));
    const route = await held;
    await page.clock.runFor(10_000);
    await route.continue();
    await page.getByText("The search could not be loaded").waitFor();

    await page.locator("input[type=search]").press("Enter");
    await page.locator(results).first().waitFor();
  }));

for (const address of ["/search/", "/zh/search/"]) {
  test(`with scripts off ${address} shows the archive, and its form asks the same address`, () =>
    stage.visit(address, { javaScriptEnabled: false }, async (page) => {
      const notice = await page.getByRole("status").boundingBox();
      const field = await page.locator("input[type=search]").boundingBox();
      assert.ok(notice && field && notice.y - field.y - field.height >= 12);
      assert.match(await page.getByRole("status").innerText(), /JavaScript/);
      assert.ok((await page.locator(".archive-list a").count()) > 3);
      await page.locator("input[type=search]").fill("river");
      await page.locator("form button").click();
      await page.waitForURL(url(`${address}?q=river`));
      assert.ok(await page.locator(".archive-list a").first().isVisible());
    }));

  for (const colorScheme of ["light", "dark"] as const) {
    test(`${address} has no axe violation with results, ${colorScheme}`, () =>
      stage.visit(address, { colorScheme, reducedMotion: "reduce" }, async (page) => {
        await ask(page, address, "CQG");
        assertNoFaults(await axeFaults(page));
      }));
  }
}

test("below a base path the results lead to pages below it", async () => {
  await using copy = await builtProject();
  const { code, stderr } = await runCommand(copy.root, "build", {
    environment: { PATH_PREFIX: "/twinning/" },
  });
  assert.equal(code, 0, stderr);
  const moved = { folder: path.join(copy.root, "_site"), prefix: "/twinning/" };
  const below = await openStage(moved, serveWithPolicies);
  await below.visit("/zh/search/?q=黄浦江", {}, async (page, faults) => {
    await page.locator(results).first().click();
    assert.equal(page.url(), below.url("/zh/news/shanghais-riverfront/"));
    assert.equal(await page.locator("h1").textContent(), "上海的江岸");
    assertNoFaults(faults);
  });
});
