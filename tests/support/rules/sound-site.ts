import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { listFiles, projectRoot } from "../files.ts";
import { contract } from "./contract.ts";

const fixtures = path.join(projectRoot, "tests/fixtures");
const sound = path.join(fixtures, "sound-site");

/** The texts of a small site that keeps every rule, by file, below the prefix `/base/`. */
export async function soundSite(): Promise<Record<string, string>> {
  // Names that addresses have to encode, and that look as if they were encoded.
  const files: Record<string, string> = { "外滩 1.txt": "", "a%20b.txt": "" };
  for (const name of await listFiles(sound)) {
    if (/\.(jpg|webp)$/.test(name)) continue;
    files[name] = await readFile(path.join(sound, name), "utf8");
  }
  const template = await readFile(path.join(fixtures, "sound-site.html"), "utf8");
  for (const address of [...contract.pages, ...contract.articles]) {
    const file = address.slice(1).replace(/\/$|^$/, "$&index.html");
    files[file] = page(template, "en", address);
    files[`zh/${file}`] = page(template, "zh", address);
  }
  return files;
}

function page(template: string, language: "en" | "zh", address: string): string {
  const english = { home: "/base/", tag: "en-GB", at: `/base${address}` };
  const chinese = { home: "/base/zh/", tag: "zh-Hans", at: `/base/zh${address}` };
  const [own, other] = language === "en" ? [english, chinese] : [chinese, english];
  const values: Record<string, string> = {
    ...{ language, address, home: own.home, tag: own.tag, own: own.at },
    ...{ other: other.at, otherTag: other.tag, english: english.at, chinese: chinese.at },
    second: address === "/" ? 'fetchpriority="low"' : 'loading="lazy"',
  };
  const html = template
    .replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "")
    .replace(`<a href="${own.at}">`, `<a href="${own.at}" aria-current="page">`);
  // It has no address of its own, and says nothing of itself.
  const about = /<(link rel="(canonical|alternate)"|script).*\n/g;
  return address === "/404.html" ? html.replace(about, "") : html;
}

/** Writes a sound site into `folder`, with `files` for its texts. */
export async function writeSite(folder: string, files: Record<string, string>): Promise<void> {
  await cp(sound, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}
