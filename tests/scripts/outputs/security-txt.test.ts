import assert from "node:assert/strict";
import { test } from "node:test";
import { securityTxt } from "../../../scripts/outputs/security-txt.ts";
import { readSecurityTxt } from "../../support/read-security-txt.ts";

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
