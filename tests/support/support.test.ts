import assert from "node:assert/strict";
import test from "node:test";
import { unsafeCode } from "./mutants.ts";
import { readSecurityTxt } from "./readers.ts";
import { resolveReference } from "./references.ts";
import { parsePage, type Site, siteOfPages } from "./site.ts";

const contact = "Contact: mailto:a@example.org\n";
const expires = "Expires: 2027-10-31T23:59:59Z\n";

test("a file with the two fields that must be there is sound", () => {
  assert.equal(readSecurityTxt(`# a comment\r\n\n${contact}${expires}`).size, 2);
});

for (const [what, text] of [
  ["no contact", expires],
  ["no expiry", contact],
  ["two expiries", contact + expires + expires],
  ["a day without a time", `${contact}Expires: 2027-10-31\n`],
  ["an address without a scheme", `${expires}Contact: a@example.org\n`],
  ["an address in the clear", `${contact}${expires}Policy: http://example.org/\n`],
  ["no space after the colon", `${contact}${expires}Canonical:https://example.org/\n`],
  ["a line without an end", `${contact}${expires.trimEnd()}`],
] as const) {
  test(`${what} is refused`, () => {
    assert.throws(() => readSecurityTxt(text));
  });
}

const html = '<h2 id="外滩">外滩</h2><h2 id="bund">The Bund</h2>';
const file = "zh/about/index.html";
const site: Site = {
  folder: "",
  origin: "https://example.org",
  prefix: "/base/",
  files: new Set(["index.html", file, "photos/外滩 1.webp", "a%20b.txt"]),
  pages: [{ file, address: "/zh/about/", html, language: "zh", ...parsePage(html) }],
  redirects: [],
};

test("addresses lead to files: rooted, relative, absolute, encoded, with a query", () => {
  const cases: Record<string, string> = {
    "/base/": "index.html",
    "../../": "index.html",
    "https://example.org/base/": "index.html",
    "//example.org/base/zh/about/": file,
    "": file,
    "/base/photos/外滩 1.webp": "photos/外滩 1.webp",
    "/base/photos/%E5%A4%96%E6%BB%A9%201.webp?v=1": "photos/外滩 1.webp",
    "/base/a%2520b.txt": "a%20b.txt",
  };
  for (const [written, expected] of Object.entries(cases)) {
    const target = resolveReference(site, file, written);
    assert.deepEqual(target, { kind: "file", file: expected, fragment: "" }, written);
  }
});

test("fragments lead to ids, in Chinese as written or encoded", () => {
  for (const written of ["#外滩", "/base/zh/about/#%E5%A4%96%E6%BB%A9"]) {
    const target = resolveReference(site, file, written);
    assert.deepEqual(target, { kind: "file", file, fragment: "外滩" });
  }
  assert.equal(resolveReference(site, file, "#Bund").kind, "broken");
});

test("what leads nowhere says why", () => {
  const cases: Record<string, RegExp> = {
    "/zh/about/": /not below \/base\//,
    "/base/zh/about": /lacks the \//,
    "/base/zh/": /no file/,
    "../../../": /not below/,
    "/base/%": /stray %/,
    " /base/": /spaces/,
    "https://": /no address/,
  };
  for (const [written, why] of Object.entries(cases)) {
    const target = resolveReference(site, file, written);
    assert.match(target.kind === "broken" ? target.why : target.kind, why, written);
  }
});

test("other sites and other schemes are outside", () => {
  for (const written of ["https://example.com/", "http://example.org/", "mailto:a@b.c", "tel:1"]) {
    assert.deepEqual(resolveReference(site, file, written), { kind: "outside" }, written);
  }
});

const faults = (html: string) => unsafeCode(siteOfPages(new Map([["/", html]])));

test("finds every way in which a text can run", () => {
  for (const html of [
    "<script>alert(1)</script>",
    '<img src="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">a</a>',
    '<a href=" java\tscript:alert(1)">a</a>',
    '<form action="JavaScript:alert(1)"></form>',
    '<iframe src="data:text/html,x"></iframe>',
    '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
  ]) {
    assert.equal(faults(html).length, 1, html);
  }
});

test("lets text be text", () => {
  const html = '<p title="javascript:x">&lt;script> onerror=</p><a href="/javascript:/">a</a>';
  assert.deepEqual(faults(html), []);
});
