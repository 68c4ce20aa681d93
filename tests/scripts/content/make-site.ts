import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkContent } from "../../../scripts/content/content.ts";
import { sha256 } from "../../../scripts/lib/files.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";

const page = (title: string, ...keys: string[]) =>
  `---\n${[`title: ${title}`, "summary: S", ...keys].join("\n")}\n---\nText\n`;
const screen = (city: string) =>
  `  - { city: ${city}, photo: ../../assets/photos/a.png, title: A, text: B }\n`;
const screens = `screens:\n${screen("liverpool")}${screen("shanghai")}`.trimEnd();
const city = (zone: string) =>
  `    name: { en: A, zh: 甲 }\n    place: { en: B, zh: 乙 }\n    river: { en: C, zh: 丙 }\n` +
  `    latitude: 53.4\n    longitude: -3\n    timeZone: ${zone}\n`;

/** One blue pixel. */
const photograph = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWMwTpsJAAICATMDms/iAAAAAElFTkSuQmCC",
  "base64",
);

/** The smallest content that has nothing wrong with it; its photograph is `assets/photos/a.png`. */
export const smallest: Readonly<Record<string, string>> = {
  "content/_data/site.yaml":
    "origin: https://www.example.org\nname: { en: N, zh: 名 }\ncontact:\n" +
    '  address: ["1 Street"]\n  telephone: "0123 456"\n  email: a@example.org\ncities:\n' +
    `  liverpool:\n${city("Europe/London")}  shanghai:\n${city("Asia/Shanghai")}` +
    "security: { expires: 2099-12-31 }\n",
  "content/_data/addresses.json": "[]\n",
  "content/_data/navigation.yaml": "- page: index\n  label: { en: Welcome, zh: 欢迎 }\n",
  "content/_data/timeline.yaml":
    '- when: "1999"\n  what: { en: A, zh: 甲 }\n  source: { en: B, zh: 乙 }\n',
  "content/_data/strings/en.yaml": "news:\n  older: Older\n  page: Page {number} of {count}\n",
  "content/_data/strings/zh.yaml": "news:\n  older: 较早\n  page: 第 {number} 页，共 {count} 页\n",
  ...Object.fromEntries(
    [
      ["index", "W", screens],
      ["about", "A"],
      ["404", "N"],
      ["news/index", "News"],
      ["news/x", "T", "date: 2026-11-23"],
    ].flatMap(([key, title = "", ...keys]) => {
      const stamp = sha256(`${title}\nS\nText`).slice(0, 8);
      return [
        [`content/en/${key}.md`, page(title, ...keys)],
        [`content/zh/${key}.md`, page(title, ...keys, `translated: "${stamp}"`)],
      ];
    }),
  ),
  "assets/photos/a.yaml":
    "alt: { en: A river, zh: 河 }\ncaption: { en: The river, zh: 这条河 }\n" +
    "credit: { en: Somebody, zh: 某人 }\nlicence: CC0-1.0\nfocus: { x: 0.5, y: 0.5 }\n",
};

/** Changes to the smallest content, by path: a text or bytes, or null for a file that is missing. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;

/** Writes the smallest content, with `changes` to it, into the project at `root`. */
export async function writeSite(root: string, changes: Changes): Promise<void> {
  const files = { "assets/photos/a.png": photograph, ...smallest, ...changes };
  for (const [path, text] of Object.entries(files)) {
    if (text === null) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** A project of its own with the smallest content and `changes` to it. */
export async function makeSite(
  changes: Changes,
): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), "content-"));
  await writeSite(root, changes);
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** What is told of the smallest content with `changes`, after `arrange`; warnings too. */
export async function told(
  changes: Changes,
  arrange?: (root: string) => Promise<void>,
): Promise<string[]> {
  const site = await makeSite(changes);
  try {
    await arrange?.(site.root);
    return (await checkContent(site.root)).problems.map(formatProblem);
  } finally {
    await site.remove();
  }
}
