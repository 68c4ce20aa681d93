import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { readSecurityTxt } from "../support/read-security-txt.ts";
import { builtSite } from "../support/site/built-site.ts";
import { resolveReference } from "../support/site/resolve-reference.ts";

const file = ".well-known/security.txt";

test("security.txt is sound, says where it stands, and its pages are there", async () => {
  const { folder, origin, prefix } = builtSite;
  const fields = readSecurityTxt(await readFile(path.join(folder, file), "utf8"));
  assert.deepEqual(fields.get("canonical"), [`${origin}${prefix}${file}`]);
  assert.deepEqual(fields.get("preferred-languages"), ["en, zh"]);
  const contacts = fields.get("contact") ?? [];
  assert.match(contacts[0] ?? "", /^mailto:/);
  for (const address of contacts.slice(1)) {
    assert.equal(resolveReference(builtSite, file, address).kind, "file", address);
  }
});
