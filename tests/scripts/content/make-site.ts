import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const page = (title: string) => `---\ntitle: ${title}\nsummary: S\n---\nText\n`;
const article = "---\ntitle: T\nsummary: S\ndate: 2026-11-23\n---\nText\n";
const screen = (city: string) =>
  `  - { city: ${city}, photo: ../../assets/photos/a.jpg, title: A, text: B }\n`;
const welcome = `---\ntitle: W\nsummary: S\nscreens:\n${screen("liverpool")}${screen("shanghai")}---\n`;
const city = (zone: string) =>
  `    name: { en: A, zh: 甲 }\n    place: { en: B, zh: 乙 }\n    river: { en: C, zh: 丙 }\n` +
  `    latitude: 53.4\n    longitude: -3\n    timeZone: ${zone}\n`;

/** The smallest content that has nothing wrong with it. */
export const smallest: Readonly<Record<string, string>> = {
  "content/_data/site.yaml":
    "origin: https://www.example.org\nname: { en: N, zh: 名 }\ncontact:\n" +
    '  address: ["1 Street"]\n  telephone: "0123 456"\n  email: a@example.org\ncities:\n' +
    `  liverpool:\n${city("Europe/London")}  shanghai:\n${city("Asia/Shanghai")}`,
  "content/_data/navigation.yaml": "- page: index\n  label: { en: Welcome, zh: 欢迎 }\n",
  "content/_data/timeline.yaml":
    '- when: "1999"\n  what: { en: A, zh: 甲 }\n  source: { en: B, zh: 乙 }\n',
  "content/_data/strings/en.yaml": "news:\n  older: Older\n  page: Page {number} of {count}\n",
  "content/_data/strings/zh.yaml": "news:\n  older: 较早\n  page: 第 {number} 页，共 {count} 页\n",
  ...Object.fromEntries(
    ["en", "zh"].flatMap((language) => [
      [`content/${language}/index.md`, welcome],
      [`content/${language}/about.md`, page("A")],
      [`content/${language}/404.md`, page("N")],
      [`content/${language}/news/index.md`, page("News")],
      [`content/${language}/news/x.md`, article],
    ]),
  ),
};

/**
 * Writes a project with the smallest content and `changes` to it, by path: a text or bytes to
 * write, or null for a file that shall be missing.
 */
export async function makeSite(
  changes: Readonly<Record<string, string | Uint8Array | null>>,
): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), "content-"));
  for (const [path, text] of Object.entries({ ...smallest, ...changes })) {
    if (text === null) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
