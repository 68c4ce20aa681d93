import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { projectRoot } from "../support/files.ts";

/** The floors of the house, lowest first: a room imports from itself and from the floors below. */
const floors: readonly (readonly string[])[] = [
  ["lib"],
  ["problems"],
  ["content", "markdown", "photos", "downloads", "outputs"],
  ["site"],
  ["preview", "new", "links", "live", "servers"],
  ["edit"],
  ["browser"],
  ["bench"],
  ["cli"],
];

const scripts = path.join(projectRoot, "scripts");

/** What each file of TypeScript imports, types too, as written and from `scripts/`. */
const imports = new Map(
  readdirSync(scripts, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && file.includes("/"))
    .map((file) => {
      const text = readFileSync(path.join(scripts, file), "utf8");
      const written = [...text.matchAll(/(?:from |import\()"([^"]+)"/g)].map(([, to = ""]) => to);
      const folder = path.posix.dirname(file);
      return [file, written.map((to) => (to.startsWith(".") ? path.posix.join(folder, to) : to))];
    }),
);

const roomOf = (file: string) => file.split("/")[0] ?? "";
const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));

test("every room stands on a floor, and imports from the floors below it alone", () => {
  assert.deepEqual(new Set([...imports.keys()].map(roomOf)), new Set(floors.flat()));
  for (const [file, targets] of imports) {
    for (const target of targets.filter((each) => imports.has(each))) {
      const [from, to] = [roomOf(file), roomOf(target)];
      assert.ok(from === to || floorOf(to) < floorOf(from), `${file} imports ${target}`);
    }
  }
});

test("no file leads back to itself, by types neither", () => {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    assert.ok(!way.includes(file), `a circle: ${[...way, file].join(" → ")}`);
    if (!done.has(file)) for (const to of imports.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
});

test("lib knows no clock and no environment", () => {
  for (const file of imports.keys()) {
    // How old a kept file is, its times say, and they are the system's.
    if (roomOf(file) !== "lib" || /(?:store|stamps)\.ts$/.test(file)) continue;
    const text = readFileSync(path.join(scripts, file), "utf8");
    assert.doesNotMatch(text, /Date\.now\(|new Date\(\)|process\.env/, file);
  }
});

test("only site and the preview know Eleventy", () => {
  for (const [file, targets] of imports) {
    if (!/^(?:site|preview)\//.test(file)) {
      assert.ok(!targets.some((target) => target.startsWith("@11ty/")), file);
    }
  }
});
