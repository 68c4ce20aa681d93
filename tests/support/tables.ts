import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { projectRoot } from "./files.ts";

interface Row {
  section: string;
  input: string;
  told: string[];
}

/** `\xFF` and `\u{1F6A2}` are characters; all else is as it stands. */
const plain = (text: string) =>
  text.replace(/\\x([0-9A-F]{2})|\\u\{([0-9A-F]+)\}/g, (_, byte, code) =>
    String.fromCodePoint(Number.parseInt(byte ?? code, 16)),
  );

/** Reads a table in the form that `tests/fixtures/tables/README.md` tells. */
function readTable(name: string): Row[] {
  const file = path.join(projectRoot, "tests/fixtures/tables", `${name}.txt`);
  const rows: Row[] = [];
  let section = "";
  let input: string[] = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [, last, told] = /^(.*?) ?→ ?(.*)$/.exec(line) ?? [];
    if (input.length === 0 && line === "") continue;
    if (/^-- .+ --$/.test(line)) section = line.slice(3, -3);
    else if (last === undefined || told === undefined) input.push(line);
    else if (input.length === 0 && last === "") rows.at(-1)?.told.push(plain(told));
    else {
      if (last !== "") input.push(last);
      rows.push({ section, input: plain(input.join("\n")), told: told ? [plain(told)] : [] });
      input = [];
    }
  }
  assert.deepEqual(input, [], `${name}: the last input has no outcome`);
  return rows;
}

type Outcome = string | undefined | readonly string[];

/** A test for each row of a table: what its section's function gives is what stands behind the arrow. */
export function testTable(
  name: string,
  sections: Readonly<Record<string, (input: string) => Outcome | Promise<Outcome>>>,
): void {
  const rows = readTable(name);
  for (const { section, input, told } of rows) {
    test(`${section}: ${JSON.stringify(input.slice(0, 60))}`, async () => {
      const outcome = await sections[section]?.(input);
      assert.deepEqual(outcome === undefined ? [] : [outcome].flat(), told);
    });
  }
  test(`${name}: every section of the table is read`, () => {
    assert.deepEqual(new Set(rows.map(({ section }) => section)), new Set(Object.keys(sections)));
  });
}
