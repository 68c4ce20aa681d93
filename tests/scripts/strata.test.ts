import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { projectRoot } from "../support/files.ts";

/** The floors of the house, lowest first: a room imports from itself and from the floors below. */
const floors: readonly (readonly string[])[] = [
  ["lib"],
  ["problems"],
  ["content", "markdown", "photos", "outputs"],
  ["site"],
  ["preview", "new", "links", "live", "servers"],
  ["browser"],
  ["bench"],
  ["cli"],
];

const scripts = path.join(projectRoot, "scripts");

async function imports(): Promise<{ file: string; target: string }[]> {
  const files = (await readdir(scripts, { recursive: true })).filter((file) =>
    file.endsWith(".ts"),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(scripts, file), "utf8");
      return [...text.matchAll(/from "([^"]+)"/g)].map(([, target = ""]) => ({
        file: file.replaceAll("\\", "/"),
        target,
      }));
    }),
  );
  return found.flat();
}

test("imports point one way through the rooms of the build", async () => {
  const wrong = (await imports()).filter(({ file, target }) => {
    if (!target.startsWith(".")) return false;
    const room = file.split("/")[0] ?? "";
    const other = path.posix.join(path.posix.dirname(file), target);
    if (other === "../eleventy.config.ts") return room !== "site";
    const to = other.split("/")[0] ?? "";
    return room !== to && floorOf(to) >= floorOf(room);
  });
  assert.deepEqual(wrong, []);
});

function floorOf(room: string): number {
  const floor = floors.findIndex((rooms) => rooms.includes(room));
  assert.notEqual(floor, -1, `${room} is on no floor`);
  return floor;
}

test("lib knows no clock and no environment", async () => {
  for (const file of await readdir(path.join(scripts, "lib"))) {
    // How old a kept file is, its times say, and they are the system's.
    if (file === "store.ts" || file === "pack.ts") continue;
    const text = await readFile(path.join(scripts, "lib", file), "utf8");
    assert.doesNotMatch(text, /Date\.now\(|new Date\(\)|process\.env/, file);
  }
});

test("only site and the preview know Eleventy", async () => {
  const others = (await imports()).filter(
    ({ file, target }) => target.startsWith("@11ty/") && !/^(?:site|preview)\//.test(file),
  );
  assert.deepEqual(others, []);
});
