import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";

const articles = [
  "cqg-shanghai",
  "culture-day",
  "independents",
  "shanghais-riverfront",
  "twenty-five-years",
  "world-heritage",
].map((name) => `news/${name}/index.html`);
const names = [
  "index.html",
  "about/index.html",
  "news/index.html",
  "contact/index.html",
  "accessibility/index.html",
  "404.html",
  ...articles,
];
const origin = "https://example.org";

/** The text files of a small site that keeps every rule, by name, below the prefix `/base/`. */
export function soundSite(): Record<string, string> {
  const files: Record<string, string> = {
    "robots.txt": `Sitemap: ${origin}/base/sitemap.xml\n`,
    "sitemap.xml": `<urlset><url><loc>${origin}/base/</loc></url></urlset>`,
    "icon.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'></svg>",
    "site.css": '@font-face { font-family: a; src: url("/base/a.woff2"); }',
    "a.woff2": "",
  };
  for (const name of names) {
    files[name] = page("en", name);
    files[`zh/${name}`] = page("zh", name);
  }
  files["old/index.html"] = redirect("en-GB", "/base/about/");
  files["zh/old/index.html"] = redirect("zh-Hans", "/base/zh/about/");
  return files;
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

function redirect(lang: string, to: string): string {
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>About</title>
<meta http-equiv="refresh" content="0;url=${to}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${origin}${to}">
</head>
<body>
<p>This page has moved: <a href="${to}">About</a></p>
</body>
</html>
`;
}

function page(language: "en" | "zh", name: string): string {
  const at = (kind: "en" | "zh"): string =>
    `/base/${kind === "zh" ? "zh/" : ""}${name.replace(/index\.html$/, "")}`;
  const home = language === "zh" ? "/base/zh/" : "/base/";
  const other = language === "zh" ? "en" : "zh";
  const tags = { en: "en-GB", zh: "zh-Hans" };
  const isMissing = name === "404.html";
  const link = (address: string, words: string): string => {
    const current = name === `${address}index.html` ? ' aria-current="page"' : "";
    return `<a href="${home}${address}"${current}>${words}</a>`;
  };
  const head = isMissing
    ? ""
    : `<link rel="canonical" href="${origin}${at(language)}">
<link rel="alternate" hreflang="en-GB" href="${origin}${at("en")}">
<link rel="alternate" hreflang="zh-Hans" href="${origin}${at("zh")}">
<link rel="alternate" hreflang="x-default" href="${origin}${at("en")}">`;
  const list = articles.map((file) => link(file.replace("index.html", ""), file)).join("\n");
  const image = (loading: string): string => `<picture>
<source type="image/webp" srcset="/base/p-8.webp 8w, /base/p-16.webp 16w" sizes="100vw">
<img src="/base/p-16.jpg" srcset="/base/p-8.jpg 8w, /base/p-16.jpg 16w" sizes="100vw" alt="River" width="16" height="8"${loading}>
</picture>`;
  const second = name === "index.html" ? ' fetchpriority="low"' : ' loading="lazy"';
  return `<!DOCTYPE html>
<html lang="${tags[language]}">
<head>
<meta charset="utf-8">
<title>${language} ${name}</title>
<meta name="description" content="About ${language} ${name}">
<link rel="icon" href="/base/icon.svg">
<link rel="stylesheet" href="/base/site.css">
${head}
</head>
<body>
<a href="#main">Skip</a>
<header>
<nav aria-label="Main">${link("", "Welcome")} ${link("contact/", "Contact")}</nav>
<a href="${at(other)}" hreflang="${tags[other]}" lang="${tags[other]}">Other</a>
</header>
<main id="main">
<h1>Heading</h1>
<h2>Next</h2>
${image(' fetchpriority="high"')}
${image(second)}
${image(' loading="lazy"')}
<p><code>{{ undefined }}</code></p>
${list}
</main>
<footer>
<nav aria-label="More">
<a href="${home}about/">About</a> <a href="${home}news/">News</a> <a href="${home}accessibility/">Accessibility</a>
</nav>
</footer>
</body>
</html>
`;
}
