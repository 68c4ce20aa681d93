import assert from "node:assert/strict";
import test from "node:test";
import { siteOfPages } from "../site.ts";
import { structuredData } from "./structured-data.ts";

const data = (...graph: object[]) =>
  `<script type="application/ld+json">${JSON.stringify({ "@graph": graph })}</script>`;

const faultsOf = (...graph: object[]) =>
  structuredData(siteOfPages(new Map([["/", data(...graph)]])));

test("what schema.org knows and the site describes has no fault", async () => {
  const society = {
    "@type": "Organization",
    "@id": "https://www.example.org/#society",
    name: "Us",
  };
  const page = { "@type": "WebPage", publisher: { "@id": society["@id"] } };
  assert.deepEqual(await faultsOf(society, page), []);
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
  for (const [thing, fault] of breaches) assert.match((await faultsOf(thing)).join("\n"), fault);
});

test("a page without it is a fault, and so is the page for missing addresses with it", async () => {
  const pages = { "/": "<p>x</p>", "/404.html": data({ "@type": "WebPage", name: "x" }) };
  assert.deepEqual(await structuredData(siteOfPages(new Map(Object.entries(pages)))), [
    "/  has none",
    "/404.html  has structured data",
  ]);
});
