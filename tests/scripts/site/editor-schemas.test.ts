import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { schemaFiles, schemaFolder } from "../../../scripts/site/editor-schemas.ts";
import { listFiles, projectRoot } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";

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

const verdict = (schema: string) => async (yaml: string) =>
  (await judge(schema, yaml)) ? "in order" : "refused";

testTable("editor-schemas", {
  "front matter in English": verdict("front-matter.en"),
  "front matter in Chinese": verdict("front-matter.zh"),
  "the record of a photograph": verdict("photograph"),
});
