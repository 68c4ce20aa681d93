import assert from "node:assert/strict";
import test from "node:test";
import {
  formatBuildRecord,
  parseBuildRecord,
  securityTxt,
  telephoneUri,
} from "../../../scripts/outputs/small-texts.ts";
import { vcard } from "../../../scripts/outputs/vcard.ts";
import { wildTexts } from "../../support/feeds.ts";
import { readSecurityTxt, readVcard } from "../../support/readers.ts";

test("it is read as RFC 9116 has it, the ways of contact in their order", () => {
  const text = securityTxt({
    contacts: ["mailto:getintouch@l-s-p.org.uk", "https://www.l-s-p.org.uk/contact/"],
    expires: "2027-10-31",
    languages: ["en", "zh"],
    canonical: "https://www.l-s-p.org.uk/.well-known/security.txt",
  });
  assert.deepEqual(
    readSecurityTxt(text),
    new Map([
      ["contact", ["mailto:getintouch@l-s-p.org.uk", "https://www.l-s-p.org.uk/contact/"]],
      ["expires", ["2027-10-31T23:59:59Z"]],
      ["preferred-languages", ["en, zh"]],
      ["canonical", ["https://www.l-s-p.org.uk/.well-known/security.txt"]],
    ]),
  );
});

test("a number with its country code can be dialled, and to one without none is given", () => {
  assert.equal(telephoneUri("+86 21 0000 0000"), "tel:+862100000000");
  assert.equal(telephoneUri("01824 8269 2744"), undefined);
});

const hash = "0123456789abcdef".repeat(4);
const record = (change: object) =>
  JSON.stringify({ commit: null, sourceDateEpoch: 0, files: {}, ...change });

test("reads what a build writes, whatever order its files came in", () => {
  const what = { commit: "a".repeat(40), modified: true, sourceDateEpoch: 1_790_000_000 };
  const files = { "zh/index.html": hash, ".well-known/security.txt": hash, "index.html": hash };
  const text = formatBuildRecord({ ...what, files });
  assert.deepEqual(parseBuildRecord(text), { ...what, files });
  const others = Object.fromEntries(Object.entries(files).reverse());
  assert.equal(formatBuildRecord({ ...what, files: others }), text);
});

test("what is none is refused: other JSON, no hash, a path that leads out or cannot be printed", () => {
  for (const text of ["", "<!doctype html>", "null", "[]", "{}", record({ commit: "main" })]) {
    assert.equal(parseBuildRecord(text), undefined, text);
  }
  const paths = " / /a a/ a//b . .. ../a a/../b a/./b a\\b a\u001bb".split(" ");
  for (const path of paths) {
    assert.equal(parseBuildRecord(record({ files: { [path]: hash } })), undefined, path);
  }
  assert.equal(parseBuildRecord(record({ files: { "index.html": "0" } })), undefined);
  assert.ok(parseBuildRecord(record({ files: { "..a/.b/c..": hash } })));
  assert.ok(parseBuildRecord(record({ later: true })), "a key of a later version");
});

const society = {
  names: ["The Twinning of the Cities of Liverpool and Shanghai", "利物浦—上海友好城市"],
  address: ["824 Kamdown Road"],
  telephone: "01824 8269 2744",
  email: "getintouch@l-s-p.org.uk",
  urls: ["https://www.l-s-p.org.uk/", "https://www.l-s-p.org.uk/zh/"],
};

test("an address book reads every detail", () => {
  const [english, chinese] = society.names;
  assert.deepEqual(readVcard(vcard(society)), {
    version: ["3.0"],
    fn: [english],
    n: [[english, "", "", "", ""]],
    org: [english],
    nickname: [chinese],
    adr: [["", "", "824 Kamdown Road", "", "", "", ""]],
    tel: [society.telephone],
    email: [society.email],
    url: society.urls,
  });
});

test("names and addresses of any text come back as they were, from lines that fit", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });
  for (const text of wildTexts(200)) {
    const odd = { ...society, names: [text, text], address: [text, "824 Kamdown Road"] };
    const card = readVcard(vcard(odd));
    assert.deepEqual([card.fn, card.org, card.nickname], [[text], [text], [text]]);
    assert.deepEqual(card.n, [[text, "", "", "", ""]]);
    assert.deepEqual(card.adr, [["", "", `${text}\n824 Kamdown Road`, "", "", "", ""]]);
    // RFC 2425: lines of at most 75 octets, each ended by CRLF, the last one too; no character is cut.
    const [end, ...lines] = vcard(odd).split("\r\n").reverse();
    assert.equal(end, "");
    for (const line of lines) {
      assert.doesNotMatch(line, /[\r\n]/);
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.equal(strict.decode(Buffer.from(`x${line}`)), `x${line}`);
    }
  }
});
