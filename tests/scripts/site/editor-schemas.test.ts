import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { schemaFiles, schemaFolder } from "../../../scripts/site/editor-schemas.ts";
import { listFiles, projectRoot } from "../../support/files.ts";

const read = (file: string) => readFile(path.join(projectRoot, file), "utf8");

test("the schemas for editors' tools are those of the check: else run `npm run schemas`", async () => {
  const files = schemaFiles();
  const there = await listFiles(path.join(projectRoot, schemaFolder));
  assert.deepEqual(
    there.map((file) => `${schemaFolder}/${file}`),
    [...files.keys()].sort(),
  );
  for (const [file, text] of files) {
    assert.deepEqual(JSON.parse(await read(file)), JSON.parse(text), file);
  }
});

/** What a tool that knows nothing but the JSON Schema says of a YAML text. */
async function judge(name: string, yaml: string): Promise<boolean> {
  const schema = JSON.parse(await read(`${schemaFolder}/${name}.json`));
  return z.fromJSONSchema(schema).safeParse(parse(yaml)).success;
}

test("by the JSON Schemas alone, everything that editors wrote is in order", async () => {
  for (const language of ["en", "zh"]) {
    for (const file of await listFiles(path.join(projectRoot, "content", language))) {
      const [, yaml = ""] = (await read(`content/${language}/${file}`)).split(/^---$/m);
      assert.ok(await judge(`front-matter.${language}`, yaml), file);
    }
    assert.ok(await judge("strings", await read(`content/_data/strings/${language}.yaml`)));
  }
  for (const name of ["site", "navigation", "timeline"]) {
    assert.ok(await judge(name, await read(`content/_data/${name}.yaml`)), name);
  }
  for (const file of await listFiles(path.join(projectRoot, "assets/photos"))) {
    if (!file.endsWith(".yaml")) continue;
    assert.ok(await judge("photograph", await read(`assets/photos/${file}`)), file);
  }
});

const head = "title: T\nsummary: S\n";
const refused: [name: string, schema: string, yaml: string][] = [
  ["an unknown key", "front-matter.en", `${head}author: A\n`],
  ["a missing summary", "front-matter.en", "title: T\n"],
  ["an empty title", "front-matter.zh", 'title: " "\nsummary: S\n'],
  ["a title that is too long", "front-matter.en", `title: ${"a".repeat(121)}\nsummary: S\n`],
  ["a date of another form", "front-matter.en", `${head}date: 31/12/2026\n`],
  ["a draft that is a text", "front-matter.en", `${head}draft: "true"\n`],
  ["an alias of another site", "front-matter.en", `${head}aliases: [https://example.org/]\n`],
  ["a stamp in English", "front-matter.en", `${head}translated: 3f9a1c07\n`],
  ["a record without licence", "photograph", "alt: { en: A, zh: B }\n"],
];

for (const [name, schema, yaml] of refused) {
  test(`by its JSON Schema alone, ${name} is refused`, async () => {
    assert.equal(await judge(schema, yaml), false);
  });
}
