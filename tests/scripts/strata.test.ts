import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { projectRoot } from "../support/project-root.ts";

/** Which rooms each room may import from, besides itself: one way only. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  outputs: ["lib"],
  html: ["lib"],
  cache: ["lib"],
  photos: ["cache", "lib"],
  markdown: ["lib"],
  content: ["lib"],
  debian: ["lib"],
  browser: ["debian", "lib"],
  servers: ["debian", "lib"],
  verify: ["outputs", "lib"],
  compress: ["cache", "lib"],
  new: ["photos", "cache", "content", "lib"],
  schemas: ["photos", "content", "lib"],
  site: ["outputs", "html", "photos", "cache", "markdown", "content", "lib"],
  bench: ["browser", "servers", "debian", "compress", "site", "photos", "cache", "lib"],
  shots: ["browser", "site", "lib"],
  links: ["site", "lib"],
  cli: [
    "bench",
    "shots",
    "links",
    "browser",
    "servers",
    "verify",
    "compress",
    "new",
    "schemas",
    "site",
    "lib",
  ],
};

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
    if (other === "../eleventy.config.ts") return room !== "cli";
    const to = other.split("/")[0] ?? "";
    return room !== to && !mayImport[room]?.includes(to);
  });
  assert.deepEqual(wrong, []);
});

test("lib is pure: no file system, no clock, no environment", async () => {
  const impure = (await imports()).filter(
    ({ file, target }) =>
      file.startsWith("lib/") && target.startsWith("node:") && target !== "node:crypto",
  );
  assert.deepEqual(impure, []);
  for (const file of await readdir(path.join(scripts, "lib"))) {
    const text = await readFile(path.join(scripts, "lib", file), "utf8");
    assert.doesNotMatch(text, /Date\.now\(|new Date\(\)|process\.env/, file);
  }
});

test("only site knows Eleventy", async () => {
  const others = (await imports()).filter(
    ({ file, target }) => target.startsWith("@11ty/") && !file.startsWith("site/"),
  );
  assert.deepEqual(others, []);
});
