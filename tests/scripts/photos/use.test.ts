import assert from "node:assert/strict";
import test from "node:test";
import { freePaths } from "../../../scripts/photos/names.ts";
import { resolvePhoto } from "../../../scripts/photos/use.ts";
import { testTable } from "../../support/tables.ts";

const source = "content/en/news/river.md";
const listing = new Map([
  ["assets/photos/2026", "folder"],
  ["assets/photos/2026/dock.jpg", "file"],
  ["assets/photos/albert-dock.jpg", "file"],
  ["assets/photos/albert-dock.yaml", "file"],
  ["assets/photos/两江 交汇.jpg", "file"],
  ["assets/photos/linked", "link"],
] as const);

function resolve(written: string): string {
  const { path, fault } = resolvePhoto(source, written, listing, freePaths(listing.keys()));
  if (fault === undefined) return path;
  const { rule, message, remedy } = fault({ path: source, line: 1, column: 1 });
  return `${rule}: ${message} — ${remedy}`;
}

testTable("photo-paths", { "a path in content/en/news/river.md": resolve });

test("a path that nobody wrote is told", () => assert.match(resolve(""), /^photo-not-named: /));
