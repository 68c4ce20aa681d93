import assert from "node:assert/strict";
import { test } from "node:test";
import { licencePage } from "../../../scripts/lib/licence-page.ts";

test("a licence leads to its own text, or to that of SPDX", () => {
  const pages = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-NC-SA-3.0": "https://creativecommons.org/licenses/by-nc-sa/3.0/",
    "CC-BY-NC-ND-1.0": "https://spdx.org/licenses/CC-BY-NC-ND-1.0.html",
    "CC-BY-SA-3.0-DE": "https://spdx.org/licenses/CC-BY-SA-3.0-DE.html",
    MIT: "https://spdx.org/licenses/MIT.html",
  };
  for (const [spdx, page] of Object.entries(pages)) assert.equal(licencePage(spdx), page);
});

test("terms of one’s own have no page there", () => {
  assert.equal(licencePage("LicenseRef-society"), undefined);
});
