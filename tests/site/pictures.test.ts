import test from "node:test";
import { cleanPictures } from "../support/rules/clean-pictures.ts";
import { imageAttributes } from "../support/rules/image-attributes.ts";
import { imageFiles } from "../support/rules/image-files.ts";
import { imageLoading } from "../support/rules/image-loading.ts";
import { assertNoFaults } from "../support/site/assert-no-faults.ts";
import { builtSite } from "../support/site/built-site.ts";

test("every image has alt, width, height and sizes", () => {
  assertNoFaults(imageAttributes(builtSite));
});

test("every file of an image has the width, type and proportions promised", async () => {
  assertNoFaults(await imageFiles(builtSite));
});

test("every picture decodes and holds no metadata", async () => {
  assertNoFaults(await cleanPictures(builtSite));
});

test("the first image of a page comes first and the others when needed", () => {
  assertNoFaults(imageLoading(builtSite));
});
