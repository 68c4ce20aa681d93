import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, test } from "node:test";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { launchFirefox } from "../../scripts/browser/firefox.ts";
import { freePort } from "../../scripts/servers/servers.ts";
import { projectRoot } from "../support/files.ts";
import { builtProject, commandOf, runCommand, testEpoch } from "../support/project.ts";
import { assertNoFaults } from "../support/site.ts";
import { axeFaults } from "./probes.ts";

const project = await builtProject();
const port = await freePort();
const origin = `http://localhost:${port}`;
let preview = await startPreview();
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await stopPreview();
  await project[Symbol.asyncDispose]();
});

async function startPreview(): Promise<ChildProcess> {
  const [program = "", ...command] = commandOf(project.root, "start");
  const child = spawn(program, command, {
    cwd: project.root,
    env: { ...process.env, PORT: String(port), SOURCE_DATE_EPOCH: testEpoch },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.on("exit", () => reject(new Error("the preview ended")));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes("The preview is at")) resolve();
    });
  });
  child.removeAllListeners("exit");
  return child;
}

async function stopPreview(): Promise<void> {
  if (preview.kill("SIGKILL")) await once(preview, "close");
}

const article = "content/en/news/culture-day.md";
const status = "[role=status]";
const saved = /^Everything is saved/;
const unsaved = /^Not saved yet/;

/** Runs `see` with the window of a file; whatever the browser complains of is a fault. */
async function edit(
  file: string,
  see: (page: Page, faults: string[]) => Promise<void>,
  options: BrowserContextOptions & { language?: "en" | "zh" } = {},
): Promise<void> {
  const { language = "en", ...more } = options;
  const context = await browser.newContext(more);
  context.setDefaultTimeout(10_000);
  const faults: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) faults.push(`to elsewhere: ${request.url()}`);
  });
  // A policy’s violation is an error there, too. The page in the frame, perhaps not built yet, has its own.
  context.on("console", (message) => {
    const isOwn = message.location().url.includes("/_edit/");
    if (isOwn && /error|warning/.test(message.type())) faults.push(message.text());
  });
  context.on("weberror", (error) => {
    const { message } = error.error();
    // Said by the page in the frame, when it is reloaded while it loads.
    if (!message.startsWith("Transition was")) faults.push(message);
  });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/_edit/${file}?lang=${language}`);
    await page
      .locator(file === "" ? "h2" : status)
      .first()
      .waitFor();
    await see(page, faults);
    assertNoFaults(faults);
  } finally {
    await context.close();
  }
}

function bytes(file: string): Promise<Buffer> {
  return readFile(path.join(project.root, file));
}

async function text(file: string): Promise<string> {
  return String(await bytes(file));
}

function field(page: Page, file: string, ...keys: (string | number)[]): Locator {
  return page.locator(`[id="${[file, ...keys].join("-")}"]`);
}

function body(page: Page, at = 0): Locator {
  return page.locator("section").nth(at).getByRole("textbox", { name: "Text" });
}

async function waitForStatus(page: Page, expected: RegExp): Promise<void> {
  await page.locator(status).getByText(expected).waitFor();
}

async function save(page: Page): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/save"));
  await page.keyboard.press("Control+s");
  await answer;
}

/** The lines that stand in one text alone: what lies between its first and its last difference. */
function differing(before: string, now: string): [removed: string[], added: string[]] {
  const [old, fresh] = [before.split("\n"), now.split("\n")];
  while (old.length > 0 && fresh.length > 0 && old[0] === fresh[0]) {
    old.shift();
    fresh.shift();
  }
  while (old.length > 0 && fresh.length > 0 && old.at(-1) === fresh.at(-1)) {
    old.pop();
    fresh.pop();
  }
  return [old, fresh];
}

/** Types another value, and later the first one again. */
const retype = (other: string) => async (control: Locator) => {
  const first = await control.inputValue();
  await control.fill(other);
  return () => control.fill(first);
};
const tick = async (control: Locator) => {
  await control.check();
  return () => control.uncheck();
};

/** What of a file is changed, and the lines that are to differ then. */
const kinds: {
  kind: string;
  file: string;
  keys: (string | number)[];
  act: (control: Locator, page: Page) => Promise<() => Promise<void>>;
  lines: [removed: RegExp[], added: RegExp[]];
}[] = [
  {
    kind: "text, letter by letter,",
    file: article,
    keys: ["title"],
    act: async (control, page) => {
      const first = await control.inputValue();
      await control.press("End");
      // A space at the end would need quotation marks.
      await page.keyboard.type(" by the river");
      return () => control.fill(first);
    },
    lines: [[/^title: Liverpool/], [/^title: Liverpool .* by the river$/]],
  },
  {
    kind: "day",
    file: article,
    keys: ["date"],
    act: retype("2025-05-29"),
    lines: [[/^date: 2025-05-28$/], [/^date: 2025-05-29$/]],
  },
  {
    kind: "flag",
    file: article,
    keys: ["archive"],
    act: tick,
    lines: [[], [/^archive: true$/]],
  },
  {
    kind: "long text that is folded",
    file: "assets/photos/huangpu-river.yaml",
    keys: ["alt", "en"],
    act: retype("Sunrise over the river."),
    lines: [[/Oriental Pearl/, /Shanghai Tower/], [/^ {4}Sunrise over the river\.$/]],
  },
  {
    kind: "number",
    file: "assets/photos/huangpu-river.yaml",
    keys: ["focus", "x"],
    act: retype("0.25"),
    lines: [[/^focus: \{ x: 0.53, y: 0.5 \}$/], [/^focus: \{ x: 0.25, y: 0.5 \}$/]],
  },
  {
    kind: "fact in a group",
    file: "content/_data/site.yaml",
    keys: ["contact", "telephone"],
    act: retype("01824 8269 2745"),
    lines: [[/^ {2}telephone: "01824 8269 2744"$/], [/^ {2}telephone: "01824 8269 2745"$/]],
  },
  {
    kind: "list",
    file: article,
    keys: ["tags", "add"],
    act: async (control, page) => {
      await control.click();
      await field(page, article, "tags", 1).fill("heritage");
      return () => page.getByRole("button", { name: "Remove “Tags 2”" }).first().click();
    },
    lines: [[/^tags: \[culture\]$/], [/^tags: \[culture, "?heritage"?\]$/]],
  },
  {
    kind: "photograph",
    file: article,
    keys: ["photo"],
    act: async (control) => {
      await control.locator("summary").click();
      await control.getByLabel(/albert-dock/).check();
      return () => control.getByLabel("No photograph").check();
    },
    lines: [[], [/^photo: \.\.\/\.\.\/\.\.\/assets\/photos\/albert-dock\.jpg$/]],
  },
];
for (const { kind, file, keys, act, lines } of kinds) {
  test(`a ${kind} is changed in its own lines alone, and back to the same bytes`, () =>
    edit(file, async (page) => {
      const before = await bytes(file);
      for (const summary of await page.getByText("More", { exact: true }).all()) {
        if (await summary.isVisible()) await summary.click();
      }
      const undo = await act(field(page, file, ...keys), page);
      await waitForStatus(page, unsaved);
      await save(page);
      const found = differing(String(before), await text(file));
      for (const [at, part] of found.entries()) {
        const expected = lines[at] ?? [];
        assert.equal(part.length, expected.length, part.join("\n"));
        for (const [line, pattern] of expected.entries()) assert.match(part[line] ?? "", pattern);
      }
      await undo();
      await waitForStatus(page, unsaved);
      await save(page);
      assert.deepEqual(await bytes(file), before);
    }));
}

test("choices are changed in their own lines alone, and back to the same bytes", () =>
  edit("content/en/index.md", async (page) => {
    const before = await text("content/en/index.md");
    const cities = [0, 1].map((at) => field(page, "content/en/index.md", "screens", at, "city"));
    const choose = async (names: string[]) => {
      for (const [at, city] of cities.entries()) await city.selectOption(names[at] ?? "");
      await waitForStatus(page, unsaved);
      await save(page);
    };
    await choose(["shanghai", "liverpool"]);
    const now = await text("content/en/index.md");
    const lines = now.split("\n").filter((line, at) => line !== before.split("\n")[at]);
    assert.equal(lines.length, 2);
    assert.ok(lines.every((line) => /^[ -]+city: \w+$/.test(line)));
    await choose(["liverpool", "shanghai"]);
    assert.equal(await text("content/en/index.md"), before);
  }));

test("Markdown is saved as it was typed, and nothing beside it", () =>
  edit(article, async (page) => {
    const before = await text(article);
    await body(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n* one\n2) two *x* _y_");
    await waitForStatus(page, unsaved);
    await save(page);
    assert.equal(await text(article), `${before}\n* one\n2) two *x* _y_`);
  }));

test("a wrong day shows its sentence at its field, and a press mends it", () =>
  edit(article, async (page) => {
    const date = field(page, article, "date");
    await date.fill("28.05.2025");
    const told = field(page, article, "date", "problems").locator("li");
    await told.getByText("2025-05-28").waitFor();
    assert.equal(await date.getAttribute("aria-invalid"), "true");
    const described = (await date.getAttribute("aria-describedby"))?.split(" ") ?? [];
    assert.ok(described.includes(`${article}-date-problems`));
    await told.getByRole("button").press("Enter");
    await told.waitFor({ state: "detached" });
    assert.equal(await date.inputValue(), "2025-05-28");
  }));

test("a problem of the text stands below it, leads to its place, and a press mends it", () =>
  edit(article, async (page) => {
    await body(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n<b>Words</b>");
    const told = page.locator("section").first().locator(".text .problems li").first();
    await told.getByRole("button", { name: /^Line \d+: / }).click();
    await page.locator(".cm-focused").waitFor();
    await page.locator(".cm-lintRange").first().waitFor();
    await told.getByRole("button", { name: "Do what it says" }).click();
    await body(page).getByText("**Words**").waitFor();
    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: "Throw away what is not saved" }).click();
    await waitForStatus(page, saved);
    assert.doesNotMatch((await body(page).textContent()) ?? "", /Words/);
  }));

test("what is undone in a text is what was typed there, and no more", () =>
  edit(article, async (page) => {
    const before = await body(page).innerText();
    await body(page).click();
    await page.keyboard.type("x");
    await page.locator("section").first().getByRole("button", { name: "whole file" }).click();
    await body(page).getByText("title:").waitFor();
    await page.locator("section").first().getByRole("button", { name: "form" }).click();
    await body(page).click();
    for (let times = 0; times < 9; times++) await page.keyboard.press("Control+z");
    await waitForStatus(page, saved);
    assert.equal(await body(page).innerText(), before);
  }));

test("an input method is not disturbed while it writes", () =>
  edit(article, async (page) => {
    const title = field(page, article, "title");
    const before = await title.inputValue();
    await title.fill(`${before} `);
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", {
      text: "ni",
      selectionStart: 2,
      selectionEnd: 2,
    });
    // Asks the door, whose answer must wait.
    await page.evaluate("dispatchEvent(new Event('focus'))");
    await session.send("Input.imeSetComposition", {
      text: "ni h",
      selectionStart: 4,
      selectionEnd: 4,
    });
    await session.send("Input.insertText", { text: "你好" });
    await waitForStatus(page, unsaved);
    await save(page);
    assert.match(await text(article), new RegExp(`^title: "?${before} 你好`, "m"));
  }));

/** Presses Tab until what has the focus is named so. */
async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  const named = `(() => {
    const at = document.activeElement;
    return at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent;
  })()`;
  for (let presses = 0; presses < 200; presses += 1) {
    if (name.test(String(await page.evaluate(named)).trim())) return;
    await page.keyboard.press(key);
  }
  assert.fail(`the Tab key leads to nothing that is named ${name}`);
}

test("an article is written in both languages with a photograph, by keyboard alone", () =>
  edit("", async (page) => {
    const { keyboard } = page;
    await tabTo(page, /^New article/);
    await keyboard.press("Enter");
    await tabTo(page, /^Title in English/);
    await keyboard.type("Lanterns on the Mersey");
    await keyboard.press("Enter");
    await page.waitForURL(/lanterns-on-the-mersey\.md/);
    await page.locator(status).waitFor();
    const write = async (title: string, summary: string, words: string) => {
      await tabTo(page, /^Title/);
      await keyboard.press("Control+a");
      await keyboard.insertText(title);
      await tabTo(page, /^Summary/);
      await keyboard.press("Control+a");
      await keyboard.insertText(summary);
      await tabTo(page, /^Draft/);
      await keyboard.press("Space");
      await tabTo(page, /^More/);
      await keyboard.press("Enter");
      await tabTo(page, /^Choose a photograph/);
      await keyboard.press("Enter");
      await keyboard.press("Tab");
      // From “No photograph”, which is chosen, to the first one.
      await keyboard.press("ArrowDown");
      await tabTo(page, /^Text$/);
      await keyboard.insertText(words);
      await waitForStatus(page, unsaved);
      await keyboard.press("Tab");
    };
    await write("Lanterns on the Mersey", "Lanterns light the Mersey.", "They shine.");
    await write("默西河上的灯笼", "灯笼点亮默西河。", "灯火辉煌。");
    await tabTo(page, /^The Chinese follows/, "Shift+Tab");
    await keyboard.press("Enter");
    await save(page);
    await waitForStatus(page, saved);
    for (const language of ["en", "zh"]) {
      const written = await text(`content/${language}/news/lanterns-on-the-mersey.md`);
      assert.match(written, /^photo: \.\.\/\.\.\/\.\.\/assets\/photos\/albert-dock\.jpg$/m);
      assert.doesNotMatch(written, /draft/);
    }
    assert.match(await text("content/zh/news/lanterns-on-the-mersey.md"), /^translated: /m);
    const { code, stderr } = await runCommand(project.root, "check");
    assert.equal(code, 0, stderr);
    assert.doesNotMatch(stderr, /lanterns/);
  }));

test("a text that changed on the disk is shown beside the own one, and nothing is lost", () =>
  edit(article, async (page) => {
    const before = await text(article);
    await body(page).click();
    await page.keyboard.type("Mine. ");
    await waitForStatus(page, unsaved);
    await writeFile(path.join(project.root, article), `${before}\nTheirs.\n`);
    await save(page);
    const notice = page.locator(".notice");
    await notice.getByText("changed on the disk").waitFor();
    assert.equal(await text(article), `${before}\nTheirs.\n`);
    await notice.getByRole("button", { name: "Show both" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "The other text" }).getByText("Theirs.").waitFor();
    await dialog.getByRole("textbox", { name: "My text" }).getByText("Mine.").waitFor();
    await dialog.getByRole("button", { name: "Keep mine" }).click();
    await notice.waitFor({ state: "detached" });
    await save(page);
    const now = await text(article);
    assert.match(now, /Mine\./);
    assert.doesNotMatch(now, /Theirs\./);
  }));

test("of two windows each sees what the other has, and takes it at a press", () =>
  edit(article, async (page) => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator(status).waitFor();
    await body(page).click();
    await page.keyboard.type("First. ");
    await waitForStatus(page, unsaved);
    await body(other).click();
    await other.keyboard.type("Second. ");
    await other.getByText("Another window has").waitFor();
    await other.getByRole("button", { name: "Take the other" }).click();
    await other.getByText("Another window has").waitFor({ state: "detached" });
    await other.getByText("First.").waitFor();
    await save(other);
    assert.match(await text(article), /First\./);
    assert.doesNotMatch(await text(article), /Second\./);
  }));

test("what is typed while the preview is stopped is there when it is started again", () =>
  edit(article, async (page, faults) => {
    const before = await text(article);
    await stopPreview();
    await body(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\nA tide later.");
    const summary = field(page, article, "summary");
    await summary.fill("A day.");
    await page.getByText("The preview has stopped").waitFor();
    assert.equal(await text(article), before);
    preview = await startPreview();
    await waitForStatus(page, unsaved);
    faults.length = 0;
    assert.equal(await summary.inputValue(), "A day.");
    await save(page);
    const now = await text(article);
    assert.match(now, /^summary: A day\.$/m);
    assert.ok(now.endsWith("\nA tide later."));
  }));

test("the text of a tab that was closed is there when the file is opened again", async () => {
  await edit(article, async (page) => {
    await body(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\nLeft open.");
    await page.close({ runBeforeUnload: true });
  });
  await edit(article, async (page) => {
    await waitForStatus(page, unsaved);
    await page.getByText("Left open.").waitFor();
    assert.doesNotMatch(await text(article), /Left open/);
    await save(page);
    assert.match(await text(article), /Left open/);
  });
});

for (const language of ["en", "zh"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`windows in ${language}, ${colorScheme}, have no barrier that axe knows`, () =>
      edit(
        article,
        async (page) => {
          for (const file of [article, "assets/photos/huangpu-river.yaml", ""]) {
            await page.goto(`${origin}/_edit/${file}?lang=${language}`);
            await page.locator("h2").first().waitFor();
            await page.evaluate(
              "for (const one of document.querySelectorAll('details')) one.open = true",
            );
            for (const width of [320, 1280]) {
              await page.setViewportSize({ width, height: 900 });
              const widest = await page.evaluate("document.documentElement.scrollWidth");
              assert.equal(widest, width, `${file} at ${width}`);
              if (width > 320) assertNoFaults(await axeFaults(page));
            }
          }
        },
        { language, colorScheme },
      ));
  }
}

test("in Firefox a title and a text are changed and saved, and a policy is kept", async () => {
  const firefox = await launchFirefox();
  try {
    const page = await firefox.newPage();
    const faults: string[] = [];
    page.on("console", (message) => {
      if (/error|warn/.test(message.type())) faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.goto(`${origin}/_edit/${article}?lang=zh`);
    await page.waitForSelector(".cm-content");
    const title = await page.waitForSelector(`[id="${article}-title"]`);
    await title?.click({ count: 3 });
    await page.keyboard.type("A day by the river");
    const [words] = await page.$$(".cm-content");
    await words?.click();
    await page.keyboard.type("Fox. ");
    await page.waitForFunction(
      "document.querySelector('[role=status]').textContent.startsWith('尚未保存')",
    );
    await page.click(".bar button");
    await page.waitForFunction(
      "document.querySelector('[role=status]').textContent.startsWith('已全部保存')",
    );
    const now = await text(article);
    assert.match(now, /^title: A day by the river$/m);
    assert.match(now, /Fox\. /);
    assertNoFaults(faults);
  } finally {
    await firefox.close();
  }
});

if (process.env.UPDATE_HANDBOOK === "1") {
  test("the picture in the handbook is taken anew", () =>
    edit(
      article,
      async (page) => {
        await field(page, article, "date").fill("28 May 2025");
        await field(page, article, "date-problems").getByText("2025-05-28").waitFor();
        await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
        const picture = await page.screenshot({ animations: "disabled" });
        const file = path.join(projectRoot, ".github/edit.webp");
        await sharp(picture).webp({ quality: 72, effort: 6 }).toFile(file);
      },
      { viewport: { width: 1600, height: 1000 } },
    ));
}
