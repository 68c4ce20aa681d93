import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, test } from "node:test";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { freePort } from "../../scripts/servers/servers.ts";
import { builtProject, commandOf, fileWith, testEpoch } from "../support/project.ts";

const project = await builtProject();
const port = await freePort();
const origin = `http://localhost:${port}`;
const [program = "", ...command] = commandOf(project.root, "start");
const preview = spawn(program, command, {
  cwd: project.root,
  env: { ...process.env, PORT: String(port), SOURCE_DATE_EPOCH: testEpoch },
  stdio: ["ignore", "pipe", "inherit"],
});
after(async () => {
  if (preview.removeAllListeners("exit").kill()) await once(preview, "close");
  await project[Symbol.asyncDispose]();
});
await new Promise<void>((resolve, reject) => {
  preview.on("exit", () => reject(new Error("the preview ended")));
  preview.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (text.includes("The preview is at")) resolve();
  });
});
const browser = await launchBrowser();
after(() => browser.close());
const page = await browser.newPage();
await page.goto(`${origin}/about/`, { waitUntil: "networkidle" });

/** Changes a file of the project as an editor would, by saving it. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
  const place = path.join(project.root, file);
  const text = await readFile(place, "utf8");
  const changed = change(text);
  assert.notEqual(changed, text, `nothing to change in ${file}`);
  await writeFile(place, changed);
}

test("an edit to an article is seen without a reload by hand", async () => {
  await edit("content/en/about.md", (text) => `${text}\nA sentence about tides.\n`);
  await page.getByText("A sentence about tides.").waitFor();
});

test("and found by the search, when that has read the pages", async () => {
  const search = await browser.newPage();
  // The index comes after the pages: each search asks for the one that is there by then.
  for (let found = 0; found === 0; ) {
    await search.goto(`${origin}/search/?q=tides`);
    await search.locator("[role=status]:not(:empty)").waitFor();
    found = await search.locator('.search-results a[href$="/about/"]').count();
  }
  await search.close();
});

test("an edit to a template is seen", async () => {
  await edit("templates/partials/footer.njk", (text) =>
    text.replace("<p>", "<p>Seen from the quay. "),
  );
  await page.getByText("Seen from the quay.").waitFor();
});

test("an edit to a style is seen", async () => {
  await edit("assets/styles/base.css", (text) => `${text}\nh1 { letter-spacing: 7px; }\n`);
  const spacing = "getComputedStyle(document.querySelector('h1')).letterSpacing";
  await page.waitForFunction(`${spacing} === "7px"`);
});

test("an edit to a photograph’s record is seen", async () => {
  await edit("assets/photos/albert-dock.yaml", (text) =>
    text.replace(
      "The Royal Albert Dock in Liverpool",
      "Quayside. The Royal Albert Dock in Liverpool",
    ),
  );
  await page.locator('img[alt^="Quayside."]').first().waitFor();
});

test("an edit to the build’s own TypeScript is seen", async () => {
  const file = await fileWith(path.join(project.root, "scripts"), '"October"');
  await edit(path.relative(project.root, file), (text) => text.replace('"October"', '"Octobre"'));
  await page.getByText("18 Octobre 1999").waitFor();
});

test("an address that leads nowhere is answered in its language", async () => {
  for (const [address, language] of Object.entries({ "/no/": "en-GB", "/zh/no/": "zh-Hans" })) {
    const answer = await fetch(origin + address);
    assert.equal(answer.status, 404, address);
    assert.match(await answer.text(), new RegExp(`<html lang="?${language}`), address);
  }
});

test("an error is shown as a sentence, and the mended page comes back by itself", async () => {
  await edit("content/en/about.md", (text) => text.replace("title:", "titel:"));
  await page.getByText("The preview waits").waitFor();
  await page.getByText(/content\/en\/about\.md:\d+:\d+ .*titel/).waitFor();
  const link = page.getByRole("link", { name: "content/en/about.md" }).first();
  assert.equal(await link.getAttribute("href"), "/_edit/content/en/about.md");
  await edit("content/en/about.md", (text) => text.replace("titel:", "title:"));
  await page.getByText("A sentence about tides.").waitFor();
});
