import { readFileSync } from "node:fs";
import path from "node:path";
import { type ConfigData, HtmlValidate, StaticConfigLoader } from "html-validate";
import { resolveReference } from "../references.ts";
import { onEachPage, type Page, type Site, type Tag } from "../site.ts";
import { contract } from "./contract.ts";

/** The addresses of the contract, in each language: its pages are there, and its articles are or lead on. */
export function contractAddresses(site: Site): string[] {
  const pages = site.pages.map(({ address }) => address);
  const found = [...pages, ...site.redirects.map(({ address }) => address)];
  const missing = (wanted: readonly string[], there: readonly string[]) =>
    wanted.flatMap((address) => [address, `/zh${address}`]).filter((one) => !there.includes(one));
  return [
    ...missing(contract.pages, pages).map((address) => `${address}  is no page`),
    ...missing(contract.articles, found).map((address) => `${address}  leads to no article`),
  ];
}

/** Each exception to html-validate's own recommendation, with its reason. */
const config: ConfigData = {
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // The HTML standard takes either case; the minifier writes the short, lower one.
    "doctype-style": "off",
    // The standard lets quotes go where no character needs them, and the minifier takes the leave.
    "attr-quotes": ["error", { style: "auto", unquoted: true }],
    // A limit of 70 characters is a search engine's habit; the society's name has 52.
    "long-title": "off",
    // White space at the end of a line is nothing to a reader of minified HTML.
    "no-trailing-whitespace": "off",
    // The number is given to the letter, also to who copies it; the stylesheet keeps it on one line.
    "tel-non-breaking": "off",
    // Integrity is for files from other origins: there are none.
    "require-sri": "off",
  },
};

/**
 * Every page is valid HTML by html-validate: headings leave out no level, ids stand once and are there
 * where they are named, and landmarks have names.
 */
export async function validHtml(site: Site): Promise<string[]> {
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const faults: string[] = [];
  for (const { html, address, file } of [...site.pages, ...site.redirects]) {
    const { results } = await validator.validateString(html, file);
    for (const { messages } of results) {
      for (const { line, column, ruleId, message } of messages) {
        faults.push(`${address}  ${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  return faults;
}

/**
 * Each page has one title and one description, and no other page of its language has the same title;
 * summaries may be alike, for the check lets them.
 */
export function uniqueTitles(site: Site): string[] {
  const seen = new Map<string, string>();
  return onEachPage(site, (page) => {
    const [title, ...titles] = titlesOf(page);
    const [description, ...descriptions] = descriptionsOf(page);
    const faults: string[] = [];
    if (!description || descriptions.length > 0) faults.push("has no single description");
    if (!title || titles.length > 0) return [...faults, "has no single title"];
    const key = `${page.language} ${title}`;
    const other = seen.get(key);
    seen.set(key, page.address);
    return other === undefined ? faults : [...faults, `has the title of ${other}: ${title}`];
  });
}

function titlesOf({ tags }: Page): string[] {
  const inHead = tags.filter(({ ancestors }) => ancestors.at(-1)?.name === "head");
  return inHead.filter(({ name }) => name === "title").map(({ text }) => text.trim());
}

function descriptionsOf({ tags }: Page): string[] {
  const found = tags.filter(
    ({ name, attributes }) => name === "meta" && attributes.name === "description",
  );
  return found.map(({ attributes }) => attributes.content?.trim() ?? "");
}

/** What a template leaves where a value was missing or was not rendered. */
const leftovers = [/\bundefined\b/, /\[object \w+\]/, /\bNaN\b/, /\{\{/, /\{%/, /\{#/];
const ownMachine = /\blocalhost\b|127\.0\.0\.1|\[::1\]/;
const machineTexts = /\.(atom|ics|json|txt|vcf|webmanifest|xml)$/;
const otherTexts = /\.(css|html|js|svg)$/;

/** No page shows what should have been a value, and no file names the machine that built it. */
export function noLeftovers(site: Site): string[] {
  const inPages = onEachPage(site, ({ texts: runs, tags }) => {
    const shown = runs.filter(({ parent }) => !isCode([parent, ...parent.ancestors]));
    const values = tags.flatMap(({ attributes }) => Object.values(attributes));
    return [...shown.map(({ value }) => value), ...values].filter((value) =>
      leftovers.some((leftover) => leftover.test(value)),
    );
  });
  const inFiles = [...site.files].flatMap((file) => {
    const forbidden = machineTexts.test(file) ? leftovers : [];
    if (forbidden.length === 0 && !otherTexts.test(file)) return [];
    const text = readFileSync(path.join(site.folder, file), "utf8");
    return [...forbidden, ownMachine].flatMap((pattern) => {
      const found = pattern.exec(text);
      return found ? [`${file}  has ${found[0]}`] : [];
    });
  });
  return [...inPages, ...inFiles];
}

function isCode(tags: readonly { name: string }[]): boolean {
  return tags.some(({ name }) => name === "code" || name === "style");
}

/** Scripts, each with the pages that may load it and its reason. */
const scripts: readonly { src: RegExp; pages: RegExp }[] = [
  // Words are looked for in the browser, since hosts of files cannot; with scripts off there is the archive.
  { src: /^\/(?:.*\/)?search\.[0-9a-f]{10}\.js$/, pages: /^\/(?:zh\/)?search\/$/ },
];

/** Nothing that a strict Content-Security-Policy would have to be loosened for. */
export function noInlineCode(site: Site): string[] {
  return onEachPage(site, ({ address, tags }) =>
    tags.flatMap(({ name, attributes }) => {
      const handlers = Object.keys(attributes).filter((attribute) => /^on/.test(attribute));
      const faults = handlers.map((handler) => `<${name}> has ${handler}`);
      if (attributes.style !== undefined) faults.push(`<${name}> has a style attribute`);
      // A data block is not run, and rules for fetching ahead neither (HTML standard, 4.12.1).
      const isData = /^(?:application\/ld\+json|speculationrules)$/.test(attributes.type ?? "");
      if (name === "script" && !isData) {
        const src = attributes.src ?? "";
        if (!scripts.some((script) => script.src.test(src) && script.pages.test(address)))
          faults.push(`<script> "${src}" is not listed`);
      }
      if (name === "base") faults.push("<base> moves every relative address");
      return faults;
    }),
  );
}

/** The styles that a page carries speak of every class on it of which those of another page do. */
export function ownStyles(site: Site): string[] {
  const stylesOf = ({ tags }: Page) => tags.find(({ name }) => name === "style")?.text ?? "";
  const classesIn = (css: string) =>
    new Set(Array.from(css.matchAll(/\.([a-z][\w-]*)/g), ([, name]) => name));
  const known = new Map([...new Set(site.pages.map(stylesOf))].map((css) => [css, classesIn(css)]));
  const spokenOf = (name: string) => [...known.values()].some((classes) => classes.has(name));
  return onEachPage(site, (page) => {
    const own = known.get(stylesOf(page));
    const used = new Set(page.tags.flatMap(({ attributes }) => attributes.class?.split(" ") ?? []));
    return [...used]
      .filter((name) => spokenOf(name) && !own?.has(name))
      .map((name) => `has the class ${name}, and no styles for it`);
  });
}

/** Within these a `header` or `footer` is no landmark of the page (HTML AAM). */
const sectioning = new Set(["article", "aside", "main", "nav", "section"]);

/** One banner, one main, one footer and one `h1`; html-validate sees to their names and levels. */
export function landmarks(site: Site): string[] {
  return onEachPage(site, ({ tags }) =>
    ["header", "main", "footer", "h1"].flatMap((name) => {
      const found = tags.filter((tag) => tag.name === name && (name === "h1" || isOfPage(tag)));
      return found.length === 1 ? [] : [`has ${found.length} ${name} of the page`];
    }),
  );
}

function isOfPage({ ancestors }: Tag): boolean {
  return !ancestors.some(({ name }) => sectioning.has(name));
}

/** The first thing the Tab key comes to leads to the main content. */
export function skipLink(site: Site): string[] {
  return onEachPage(site, ({ tags }) => {
    const first = tags.find(isFocusable);
    const id = first?.attributes.href?.replace(/^#/, "");
    const target = tags.find(({ attributes }) => id !== undefined && attributes.id === id);
    const isMain = target?.name === "main" || target?.ancestors.some(({ name }) => name === "main");
    if (first?.attributes.href?.startsWith("#") && isMain && first.text.trim() !== "") return [];
    return [`begins with ${first?.name} ${first?.attributes.href}, not with a skip link`];
  });
}

function isFocusable({ name, attributes }: Tag): boolean {
  if (attributes.tabindex !== undefined) return Number(attributes.tabindex) >= 0;
  if (name === "a" || name === "area") return attributes.href !== undefined;
  return ["button", "input", "select", "textarea", "summary", "iframe"].includes(name);
}

/** The main navigation marks the page it is on, once, and no other. */
export function currentPage(site: Site): string[] {
  return onEachPage(site, (page) => {
    const links = mainNavigation(site, page);
    if (links.length === 0) return ["has no main navigation in its header"];
    const own = links.filter(({ file }) => file === page.file);
    const marked = links.filter(({ current }) => current === "page");
    const faults = own.length > 1 ? ["is linked more than once by the main navigation"] : [];
    const isRight = marked.length === own.length && marked.every(({ file }) => file === page.file);
    return isRight ? faults : [...faults, `marks ${marked.map(({ file }) => file)} as its page`];
  });
}

/** The links of that `nav` in the header which leads to Contact. */
function mainNavigation(site: Site, page: Page): { file: string; current: string | undefined }[] {
  const contact = page.language === "zh" ? "zh/contact/index.html" : "contact/index.html";
  const navs = page.tags.filter(
    ({ name, ancestors }) => name === "nav" && ancestors.some((tag) => tag.name === "header"),
  );
  const lists = navs.map((nav) =>
    page.tags
      .filter(({ name, ancestors }) => name === "a" && ancestors.includes(nav))
      .map(({ attributes }) => {
        const target = resolveReference(site, page.file, attributes.href ?? "");
        const file = target.kind === "file" ? target.file : "";
        return { file, current: attributes["aria-current"] };
      }),
  );
  return lists.find((links) => links.some(({ file }) => file === contact)) ?? [];
}
