import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import sharp from "sharp";
import { readSite, type Site, siteOfPages } from "../site.ts";
import {
  everythingReferenced,
  languageSwitch,
  languages,
  ownOrigin,
  redirects,
  referencesResolve,
} from "./links.ts";
import {
  contractAddresses,
  currentPage,
  headings,
  landmarks,
  noInlineCode,
  noLeftovers,
  skipLink,
  uniqueIds,
  uniqueTitles,
  validHtml,
} from "./pages.ts";
import { cleanPictures, imageAttributes, imageFiles, imageLoading } from "./pictures.ts";
import { soundSite, writeSite } from "./sound-site.ts";
import { structuredData } from "./structured-data.ts";

type Rule = (site: Site) => string[] | Promise<string[]>;

const rules: Rule[] = [
  cleanPictures,
  contractAddresses,
  currentPage,
  everythingReferenced,
  headings,
  imageAttributes,
  imageFiles,
  imageLoading,
  landmarks,
  languageSwitch,
  languages,
  noInlineCode,
  noLeftovers,
  ownOrigin,
  redirects,
  referencesResolve,
  skipLink,
  uniqueIds,
  uniqueTitles,
  validHtml,
];

/** The faults that a rule finds in the small site after a change. */
async function faultsAfter(
  rule: Rule,
  change: (files: Record<string, string>) => void,
): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "rules-"));
  try {
    const files = soundSite();
    change(files);
    await writeSite(folder, files);
    return await rule(await readSite(folder, "https://example.org", "/base/"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("a sound site has no fault by any rule", async () => {
  for (const rule of rules) assert.deepEqual(await faultsAfter(rule, () => {}), [], rule.name);
});

const about = "about/index.html";
const old = "old/index.html";
/** Each: a rule, what stands on the English About page (or in the file named), and what instead. */
const breaches: [rule: Rule, from: string, to: string, file?: string][] = [
  [currentPage, 'contact/">', 'contact/" aria-current="page">'],
  [currentPage, ' aria-current="page"', "", "contact/index.html"],
  [everythingReferenced, "url(", "local(", "site.css"],
  [headings, "<h1>Heading</h1>", "<p>Heading</p>"],
  [headings, "<h2>Next</h2>", "<h1>Next</h1>"],
  [headings, "<h2>Next</h2>", "<h3>Next</h3>"],
  [headings, "<h2>Next</h2>", "<h2></h2>"],
  [imageAttributes, ' alt="River"', ""],
  [imageAttributes, ' width="16"', ""],
  [imageAttributes, ' height="8"', ' height="auto"'],
  [imageAttributes, ' sizes="100vw"', ""],
  [imageFiles, "p-8.webp 8w", "p-8.webp 12w"],
  [imageFiles, "p-8.webp 8w", "p-8.jpg 8w"],
  [imageFiles, 'height="8"', 'height="12"'],
  [imageFiles, 'width="16"', ""],
  [imageFiles, "p-8.jpg 8w", "p-9.jpg 8w"],
  [imageLoading, ' fetchpriority="high"', ""],
  [imageLoading, ' fetchpriority="low"', "", "index.html"],
  [imageLoading, ' fetchpriority="high"', ' fetchpriority="high" loading="lazy"'],
  [imageLoading, ' loading="lazy"', ""],
  [imageLoading, ' loading="lazy"', ' loading="lazy" fetchpriority="high"'],
  [imageLoading, ' fetchpriority="low"', ' loading="lazy"', "index.html"],
  [landmarks, "<main", "<main></main><main"],
  [landmarks, "<footer>", "<div>"],
  [landmarks, "<header>", "<section><header>"],
  [landmarks, ' aria-label="Main"', ""],
  [landmarks, "More", "Main"],
  [languageSwitch, 'hreflang="zh-Hans" lang', "lang"],
  [languageSwitch, ' lang="zh-Hans"', ""],
  [languageSwitch, '"/base/zh/about/"', '"/base/zh/"'],
  [languageSwitch, '"/base/404.html"', '"/base/"', "zh/404.html"],
  [languages, 'lang="en-GB"', 'lang="en"'],
  [languages, 'lang="zh-Hans"', 'lang="en-GB"', `zh/${about}`],
  [languages, 'canonical" href="https://example.org', 'canonical" href="'],
  [languages, 'canonical" href="https://example.org/base/about/', 'canonical" href="/'],
  [languages, 'rel="alternate" hreflang="x-default"', 'rel="author"'],
  [
    languages,
    'hreflang="zh-Hans" href="https://example.org/base/zh/about/"',
    'hreflang="zh-Hans" href="https://example.org/base/zh/"',
  ],
  [languages, "</title>", '</title><link rel="canonical" href="/base/404.html">', "404.html"],
  [noInlineCode, "<h1>", '<h1 style="color: red">'],
  [noInlineCode, "<h1>", '<h1 onclick="x()">'],
  [noInlineCode, "</body>", "<script>x()</script></body>"],
  [noInlineCode, "</body>", '<script type="module" src="/base/x.js"></script></body>'],
  [noInlineCode, "</body>", '<script src="/base/search.0123456789.js"></script></body>'],
  [noLeftovers, "Heading", "Heading undefined"],
  [noLeftovers, "Heading", "[object Object]"],
  [noLeftovers, "Heading", "{{ title }}"],
  [noLeftovers, "Heading", "NaN km"],
  [noLeftovers, 'alt="River"', 'alt="{% if %}"'],
  [noLeftovers, "About en", "undefined"],
  [noLeftovers, "<code>", "<code>http://localhost:8080/ "],
  [noLeftovers, "a.woff2", "127.0.0.1", "site.css"],
  [noLeftovers, "Sitemap:", "undefined", "robots.txt"],
  [ownOrigin, "/base/p-8.webp 8w", "https://cdn.example.com/p.webp 8w"],
  [ownOrigin, 'href="/base/site.css"', 'href="//cdn.example.com/site.css"'],
  [ownOrigin, "</body>", '<iframe src="https://example.com/"></iframe></body>'],
  [ownOrigin, "/base/a.woff2", "https://example.com/a.woff2", "site.css"],
  [redirects, 'lang="zh-Hans"', 'lang="en-GB"', "zh/old/index.html"],
  [redirects, 'content="0;', 'content="5;', old],
  [redirects, "url=/base/about/", "url=/base/news/", old],
  [redirects, 'href="/base/about/"', 'href="/base/contact/"', old],
  [redirects, "https://example.org/base/about/", "https://example.org/base/old/", old],
  [redirects, "noindex", "index", old],
  [validHtml, "<p>", "<p><p></p>", old],
  [referencesResolve, '"/base/news/"', '"/base/new/"'],
  [referencesResolve, '"/base/news/"', '"/base/news"'],
  [referencesResolve, '"/base/news/"', '"/news/"'],
  [referencesResolve, '"/base/news/"', '"/base/news/#end"'],
  [referencesResolve, '"/base/news/"', '"https://example.org/base/new/"'],
  [referencesResolve, '"/base/news/"', '"/base/%E5%A4/"'],
  [referencesResolve, '"/base/news/"', '"javascript:void(0)"'],
  [referencesResolve, "#main", "#content"],
  [referencesResolve, "/base/p-16.webp", "/base/p-32.webp"],
  [referencesResolve, "/base/icon.svg", "/base/icon.png"],
  [referencesResolve, "/base/a.woff2", "/base/b.woff2", "site.css"],
  [referencesResolve, "/base/</loc>", "/base/gone/</loc>", "sitemap.xml"],
  [referencesResolve, '"/base/news/"', '"news/"', "404.html"],
  [skipLink, '<a href="#main">Skip</a>', ""],
  [skipLink, '<a href="#main">', '<a href="/base/">Home</a><a href="#main">'],
  [skipLink, ' id="main"', ""],
  [uniqueIds, "<h1>", '<h1 id="main">'],
  [uniqueIds, "<h1>", '<h1 aria-labelledby="main nothing">'],
  [uniqueTitles, "<title>en about/index.html", "<title>en index.html"],
  [uniqueTitles, ' content="About', ' data-content="About'],
  [uniqueTitles, "<title>", "<title></title><title>"],
  [validHtml, "<h1>", "<p><h1>"],
  [validHtml, "<h1>", '<h1 role="heading">'],
];
for (const [rule, from, to, file = about] of breaches) {
  test(`${rule.name} sees ${to || "nothing"} in the place of ${from}`, async () => {
    const faults = await faultsAfter(rule, (files) => {
      const text = files[file] ?? "";
      assert.ok(text.includes(from), `${file} has no ${from}`);
      files[file] = text.replace(from, to);
    });
    assert.notEqual(faults.length, 0);
    const page = `/${file.replace("index.html", "")}`;
    const isNamed = faults.some((fault) => fault.includes(page) || fault.includes(file));
    assert.ok(isNamed || rule === everythingReferenced, faults.join("\n"));
  });
}

test("contractAddresses sees a page and an article that are missing", async () => {
  const faults = await faultsAfter(contractAddresses, (files) => {
    delete files["zh/contact/index.html"];
    delete files["news/culture-day/index.html"];
  });
  assert.deepEqual(faults.length, 2);
});

test("redirects sees a page at an old address that leads to none", async () => {
  const faults = await faultsAfter(redirects, (files) => {
    files[old] = files[old]?.replaceAll("/base/about/", "/base/zh/old/") ?? "";
  });
  assert.deepEqual(faults, ["/old/  leads to “/base/zh/old/”, which is no page"]);
});

test("everythingReferenced sees a file without use and a page that only the sitemap names", async () => {
  const faults = await faultsAfter(everythingReferenced, (files) => {
    files["old.css"] = "";
    files["lost/index.html"] = files[about]?.replaceAll("/base/about/", "/base/lost/") ?? "";
    files["sitemap.xml"] = "<urlset><loc>https://example.org/base/lost/</loc></urlset>";
  });
  assert.deepEqual(faults, [
    "old.css  is referred to by nothing",
    "/lost/  is linked from no page",
  ]);
});

const folder = await mkdtemp(path.join(tmpdir(), "pictures-"));
after(() => rm(folder, { recursive: true }));

const background = { r: 200, g: 100, b: 50 };
const picture = () => sharp({ create: { width: 64, height: 64, channels: 3, background } });

async function faultsOf(file: string, bytes: Buffer): Promise<string> {
  await writeFile(path.join(folder, file), bytes);
  const site: Site = {
    folder,
    origin: "",
    prefix: "/",
    files: new Set([file]),
    pages: [],
    redirects: [],
  };
  return (await cleanPictures(site)).join("\n");
}

test("a picture that holds its pixels alone has no fault", async () => {
  assert.equal(await faultsOf("a.jpg", await picture().jpeg().toBuffer()), "");
  assert.equal(await faultsOf("a.webp", await picture().webp().toBuffer()), "");
  assert.equal(await faultsOf("a.avif", await picture().avif().toBuffer()), "");
});

test("camera data, colour profiles and descriptions are seen in every format", async () => {
  const exif = { IFD0: { Copyright: "somebody" } };
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>';
  assert.match(await faultsOf("a.jpg", await picture().withExif(exif).jpeg().toBuffer()), /exif/);
  assert.match(await faultsOf("a.webp", await picture().withExif(exif).webp().toBuffer()), /exif/);
  assert.match(await faultsOf("a.avif", await picture().withExif(exif).avif().toBuffer()), /exif/);
  assert.match(
    await faultsOf("a.jpg", await picture().withIccProfile("p3").jpeg().toBuffer()),
    /icc/,
  );
  assert.match(
    await faultsOf("a.avif", await picture().withIccProfile("p3").avif().toBuffer()),
    /icc/,
  );
  assert.match(await faultsOf("a.webp", await picture().withXmp(xmp).webp().toBuffer()), /xmp/);
});

test("a picture that breaks off is seen", async () => {
  const whole = await picture().jpeg().toBuffer();
  assert.notEqual(await faultsOf("a.jpg", whole.subarray(0, whole.length - 40)), "");
});

const data = (...graph: object[]) =>
  `<script type="application/ld+json">${JSON.stringify({ "@graph": graph })}</script>`;

const faultsOfData = (...graph: object[]) =>
  structuredData(siteOfPages(new Map([["/", data(...graph)]])));

test("what schema.org knows and the site describes has no fault", async () => {
  const society = {
    "@type": "Organization",
    "@id": "https://www.example.org/#society",
    name: "Us",
  };
  const page = { "@type": "WebPage", publisher: { "@id": society["@id"] } };
  assert.deepEqual(await faultsOfData(society, page), []);
});

test("what it does not know, what is lacking and what leads nowhere are faults", async () => {
  const breaches: [object, RegExp][] = [
    [{ "@type": "WebSide", name: "x" }, /WebSide.* not a valid/],
    [{ "@type": "WebPage", headLine: "x" }, /headLine/],
    [{ "@type": "Organization", url: "https://www.example.org/" }, /name/],
    [{ "@type": "BreadcrumbList", itemListElement: [] }, /ListItems/],
    [{ "@type": "WebPage", publisher: { "@id": "https://www.example.org/#none" } }, /#none/],
    [{ "@type": "WebPage", image: { "@type": "ImageObject", contentUrl: "/no.jpg" } }, /no\.jpg/],
  ];
  for (const [thing, fault] of breaches)
    assert.match((await faultsOfData(thing)).join("\n"), fault);
});

test("a page without it is a fault, and so is the page for missing addresses with it", async () => {
  const pages = { "/": "<p>x</p>", "/404.html": data({ "@type": "WebPage", name: "x" }) };
  assert.deepEqual(await structuredData(siteOfPages(new Map(Object.entries(pages)))), [
    "/  has none",
    "/404.html  has structured data",
  ]);
});
