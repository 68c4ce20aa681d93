import assert from "node:assert/strict";
import test from "node:test";
import {
  isLicence,
  licenceMeant,
  licencePage,
  licencesIn,
  spelledLicence,
} from "../../../scripts/photos/licences.ts";

test("identifiers of the SPDX list are taken in any case, and names of terms of one’s own", () => {
  const spelled = {
    "cc-by-sa-4.0": "CC-BY-SA-4.0",
    mit: "MIT",
    "GFDL-1.2": "GFDL-1.2",
    "licenseref-Society.2026": "LicenseRef-Society.2026",
  };
  for (const [written, licence] of Object.entries(spelled)) {
    assert.equal(spelledLicence(written), licence);
    assert.ok(isLicence(licence), licence);
  }
  for (const word of [
    "Unsplash",
    "CC-BY",
    "CC BY 4.0",
    "LicenseRef-",
    "LicenseRef-版权",
    "MIT OR ISC",
  ]) {
    assert.ok(!isLicence(spelledLicence(word)), word);
  }
});

test("a licence that was meant is known by its version, its address or a slip, and never guessed", () => {
  const meant = {
    "CC-BY": "CC-BY-4.0",
    "CC BY-NC": "CC-BY-NC-4.0",
    CC0: "CC0-1.0",
    "CC BY-SA 3.0": "CC-BY-SA-3.0",
    "CCBY-4.0": "CC-BY-4.0",
    "http://creativecommons.org/licenses/by-sa/3.0/de/deed.en": "CC-BY-SA-3.0-DE",
    "https://creativecommons.org/licenses/by/2.0": "CC-BY-2.0",
  };
  for (const [written, licence] of Object.entries(meant)) {
    assert.equal(licenceMeant(written), licence, written);
  }
  // CC BY 2.0 was adapted to Germany, too, but is not on the list: version 3.0 would be another licence.
  for (const written of ["Unsplash", "public domain", "PD", "OGL", "CC-BY-5.0", "CC-BY-2.0-DE"]) {
    assert.equal(licenceMeant(written), undefined, written);
  }
  assert.deepEqual(licencesIn("mit or cc0-1.0 (GPL-2.0-only)"), ["CC0-1.0", "GPL-2.0-only"]);
  assert.deepEqual(licencesIn("Fair use"), [], "`Fair` is a licence of the list");
});

test("a licence leads to its own text, or to that of SPDX", () => {
  const pages = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-PDM-1.0": "https://creativecommons.org/publicdomain/mark/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-NC-SA-3.0": "https://creativecommons.org/licenses/by-nc-sa/3.0/",
    "CC-BY-NC-ND-1.0": "https://creativecommons.org/licenses/by-nd-nc/1.0/",
    "CC-BY-SA-3.0-DE": "https://creativecommons.org/licenses/by-sa/3.0/de/",
    MIT: "https://spdx.org/licenses/MIT.html",
  };
  for (const [spdx, page] of Object.entries(pages)) assert.equal(licencePage(spdx), page);
  assert.equal(licencePage("LicenseRef-society"), undefined, "terms of one’s own have no page");
  assert.equal(
    licencePage("CC-BY-4.0", "zh"),
    "https://creativecommons.org/licenses/by/4.0/deed.zh-hans",
  );
  assert.equal(licencePage("MIT", "zh"), "https://spdx.org/licenses/MIT.html");
});
