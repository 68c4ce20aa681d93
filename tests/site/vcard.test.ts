import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { parseVCards } from "vcard4-ts";
import { builtSite } from "../support/site/built-site.ts";
import { resolveReference } from "../support/site/resolve-reference.ts";

const { folder, pages } = builtSite;
const contacts = pages.filter(({ address }) => /^\/(zh\/)?contact\/$/.test(address));

for (const page of contacts) {
  test(`${page.address} leads to a card that says what the page says`, async () => {
    const links = page.tags.flatMap(({ name, attributes }) =>
      name === "a" ? [attributes.href ?? ""] : [],
    );
    const written = links.find((href) => href.endsWith(".vcf"));
    assert.ok(written, "no link to a vCard");
    const target = resolveReference(builtSite, page.file, written);
    assert.ok(target.kind === "file");

    const text = await readFile(path.join(folder, target.file), "utf8");
    const { vCards: [card] = [], nags } = parseVCards(text);
    assert.equal(nags, undefined);
    assert.equal(card?.nags, undefined);
    assert.ok(links.includes(card?.TEL?.[0]?.value ?? ""), "another telephone number");
    assert.ok(links.includes(`mailto:${card?.EMAIL?.[0]?.value}`), "another e-mail address");
    for (const { value } of card?.URL ?? []) {
      assert.equal(resolveReference(builtSite, page.file, value).kind, "file", value);
    }
  });
}

test("both languages have their contact page", () => {
  assert.equal(contacts.length, 2);
});
