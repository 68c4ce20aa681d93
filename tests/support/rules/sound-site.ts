import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { listFiles, projectRoot } from "../files.ts";
import { contract } from "./contract.ts";

const folder = path.join(projectRoot, "tests/fixtures/sound-site");

/** The text files of a small site that keeps every rule, by name, below the prefix `/base/`. */
export async function soundSite(): Promise<Record<string, string>> {
  // Names that addresses have to encode, and that look as if they were encoded.
  const files: Record<string, string> = { "外滩 1.txt": "", "a%20b.txt": "" };
  for (const name of await listFiles(folder)) {
    files[name] = await readFile(path.join(folder, name), "utf8");
  }
  const template = files["page.html"] ?? "";
  delete files["page.html"];
  for (const address of [...contract.pages, ...contract.articles]) {
    const file = address.slice(1).replace(/\/$|^$/, "$&index.html");
    files[file] = page(template, "en", address);
    files[`zh/${file}`] = page(template, "zh", address);
  }
  return files;
}

function page(template: string, language: "en" | "zh", address: string): string {
  const [home, tag, otherTag] =
    language === "en" ? ["/base/", "en-GB", "zh-Hans"] : ["/base/zh/", "zh-Hans", "en-GB"];
  const english = `/base${address}`;
  const chinese = `/base/zh${address}`;
  const [own, other] = language === "en" ? [english, chinese] : [chinese, english];
  const second = address === "/" ? 'fetchpriority="low"' : 'loading="lazy"';
  const values = { language, address, home, tag, otherTag, english, chinese, own, other, second };
  const html = template
    .replace(/\{(\w+)\}/g, (_, key) => values[key as keyof typeof values])
    .replace(`<a href="${own}">`, `<a href="${own}" aria-current="page">`);
  return address === "/404.html"
    ? html.replace(/<link rel="(canonical|alternate)".*\n/g, "")
    : html;
}

/** Writes the files and the site's pictures into `folder`. */
export async function writeSite(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  for (const width of [8, 16]) {
    const background = { r: 20, g: 60, b: 90 };
    const picture = sharp({ create: { width, height: width / 2, channels: 3, background } });
    await picture.jpeg().toFile(path.join(folder, `p-${width}.jpg`));
    await picture.webp().toFile(path.join(folder, `p-${width}.webp`));
  }
}
