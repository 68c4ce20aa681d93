import assert from "node:assert/strict";
import test from "node:test";
import { XmlDocument } from "libxml2-wasm";
import { xmlDocument, xmlElement } from "../../../scripts/outputs/xml.ts";
import { wildTexts } from "../../support/feeds.ts";

/** What a foreign parser reads of an element with `text` inside and in an attribute. */
function roundTrip(text: string): { inside: string; attribute: string | undefined } {
  using document = XmlDocument.fromString(xmlDocument(xmlElement("a", { b: text }, text)));
  return { inside: document.root.content, attribute: document.root.attr("b")?.value };
}

test("a parser reads the very text that was written, in elements and attributes", () => {
  const texts = [...wildTexts(300), "\u202eright to left", " \t\r\n ", "<![CDATA[ ]]>", "", "&#0;"];
  for (const text of texts) {
    assert.deepEqual(roundTrip(text), { inside: text, attribute: text }, JSON.stringify(text));
  }
});

test("characters that XML cannot hold are replaced", () => {
  for (const character of ["\0", "\b", "\u001f", "\ufffe", "\uffff", "\ud83c", "\udfee"]) {
    const { inside, attribute } = roundTrip(`a${character}b`);
    assert.deepEqual([inside, attribute], ["a\ufffdb", "a\ufffdb"], JSON.stringify(character));
  }
});

test("any code unit alone and any two of them are well formed", () => {
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const text = String.fromCharCode(unit) + String.fromCharCode((unit * 40503) & 0xffff);
    const { inside, attribute } = roundTrip(text);
    assert.equal(inside, attribute, `U+${unit.toString(16)}`);
  }
});

test("a stylesheet's address cannot end its instruction", () => {
  const text = xmlDocument(xmlElement("a", {}), '/"?><b>&.css');
  using document = XmlDocument.fromString(text);
  assert.equal(document.root.name, "a");
});
