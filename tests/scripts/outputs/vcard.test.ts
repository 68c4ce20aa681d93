import assert from "node:assert/strict";
import test from "node:test";
import { parseVCards } from "vcard4-ts";
import { vcard } from "../../../scripts/outputs/vcard.ts";
import { wildTexts } from "../../support/feeds.ts";

const society = {
  names: [
    { tag: "en-GB", name: "The Twinning of the Cities of Liverpool and Shanghai" },
    { tag: "zh-Hans", name: "利物浦—上海友好城市" },
  ],
  address: ["824 Kamdown Road"],
  telephone: "tel:0182482692744",
  email: "getintouch@l-s-p.org.uk",
  urls: ["https://www.l-s-p.org.uk/", "https://www.l-s-p.org.uk/zh/"],
};

function parse(organisation: typeof society) {
  const { vCards, nags } = parseVCards(vcard(organisation));
  assert.equal(nags, undefined);
  const [card, ...others] = vCards ?? [];
  assert.ok(card);
  assert.deepEqual(others, []);
  assert.equal(card.nags, undefined);
  assert.equal(card.unparseable, undefined);
  return card;
}

test("an address book reads every detail, with nothing to complain of", () => {
  const card = parse(society);
  assert.equal(card.KIND?.value, "org");
  const languages = ["en-GB", "zh-Hans"];
  assert.deepEqual(
    card.FN.map(({ value, parameters }) => [parameters?.LANGUAGE, value]),
    society.names.map(({ tag, name }) => [tag, name]),
  );
  assert.deepEqual(
    card.ORG?.map(({ value, parameters }) => [parameters?.LANGUAGE, ...value]),
    society.names.map(({ tag, name }) => [tag, name]),
  );
  assert.deepEqual(
    [...card.FN, ...(card.ORG ?? [])].map(({ parameters }) => parameters?.ALTID),
    ["1", "1", "1", "1"],
  );
  assert.deepEqual(card.ADR?.[0]?.value.streetAddress, society.address);
  assert.equal(card.TEL?.[0]?.value, society.telephone);
  assert.equal(card.EMAIL?.[0]?.value, society.email);
  assert.deepEqual(
    card.URL?.map(({ value }) => value),
    society.urls,
  );
  assert.deepEqual(
    card.LANG?.map(({ value }) => value),
    languages,
  );
});

test("names and addresses of any text come back as they were, from lines that fit", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });
  for (const text of wildTexts(200)) {
    const odd = {
      ...society,
      names: [{ tag: "en-GB", name: text }],
      address: [text, "824 Kamdown Road"],
    };
    const card = parse(odd);
    assert.equal(card.FN[0].value, text);
    assert.deepEqual(card.ORG?.[0]?.value, [text]);
    assert.deepEqual(card.ADR?.[0]?.value.streetAddress, [text, "824 Kamdown Road"]);
    // RFC 6350: lines of at most 75 octets, each ended by CRLF, the last one too; no character is cut.
    const [end, ...lines] = vcard(odd).split("\r\n").reverse();
    assert.equal(end, "");
    for (const line of lines) {
      assert.doesNotMatch(line, /[\r\n]/);
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.equal(strict.decode(Buffer.from(`x${line}`)), `x${line}`);
    }
  }
});

test("75 octets stay on one line, and the 76th begins another", () => {
  const written = (length: number) => vcard({ ...society, email: "a".repeat(length) });
  assert.ok(written(69).includes(`\r\nEMAIL:${"a".repeat(69)}\r\n`));
  assert.ok(written(70).includes(`\r\nEMAIL:${"a".repeat(69)}\r\n a\r\n`));
});
