import assert from "node:assert/strict";
import test from "node:test";
import { resolvePhoto } from "../../../scripts/photos/use.ts";

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
  const { path, fault } = resolvePhoto(source, written, listing);
  if (fault === undefined) return path;
  const { rule, message, remedy } = fault({ path: source, line: 1, column: 1 });
  return `${rule}: ${message} — ${remedy}`;
}

test("finds a photograph from the content file, in folders and in any script", () => {
  assert.equal(resolve("../../../assets/photos/albert-dock.jpg"), "assets/photos/albert-dock.jpg");
  assert.equal(resolve("../../../assets/photos/2026/dock.jpg"), "assets/photos/2026/dock.jpg");
  const encoded = encodeURI("../../../assets/photos/两江 交汇.jpg");
  assert.equal(resolve(encoded), "assets/photos/两江 交汇.jpg");
});

test("refuses every way out of assets/photos/ and says what to write", () => {
  const right = /`\.\.\/\.\.\/\.\.\/assets\/photos\/albert-dock\.jpg`/;
  const cases: [written: string, rule: string][] = [
    ["https://example.org/albert-dock.jpg", "photo-remote"],
    ["//example.org/albert-dock.jpg", "photo-remote"],
    ["/assets/photos/albert-dock.jpg", "photo-absolute"],
    ["file:///srv/albert-dock.jpg", "photo-scheme"],
    ["C:\\pictures\\albert-dock.jpg", "photo-backslash"],
    ["..\\..\\..\\assets\\photos\\albert-dock.jpg", "photo-backslash"],
    ["albert-dock.jpg", "photo-outside"],
    ["../../../assets/albert-dock.jpg", "photo-outside"],
    ["../../../assets/photos/../albert-dock.jpg", "photo-outside"],
    ["../../../assets/photos/%2e%2e/albert-dock.jpg", "photo-outside"],
    ["../../../../../../etc/albert-dock.jpg", "photo-outside"],
  ];
  for (const [written, rule] of cases) {
    assert.match(resolve(written), new RegExp(`^${rule}: `), written);
    assert.match(resolve(written), right, written);
  }
  assert.match(resolve("data:image/png;base64,AAAA"), /^photo-scheme: .*`data:`/);
  assert.match(resolve(""), /^photo-not-named/);
});

test("names the nearest photograph, other capitals, and folders", () => {
  const said: [written: string, RegExp][] = [
    [
      "albert-dok.jpg",
      /^photo-misspelt: .* — did you mean `(\.\.\/){3}assets\/photos\/albert-dock\.jpg`/,
    ],
    ["Albert-Dock.JPG", /^photo-letters: .*albert-dock\.jpg/],
    ["quite-another.jpg", /^photo-missing/],
    ["2026", /^photo-not-a-file: .*a folder/],
    ["linked", /^photo-link/],
    ["linked/a.jpg", /^photo-link/],
  ];
  for (const [name, message] of said) {
    assert.match(resolve(`../../../assets/photos/${name}`), message);
  }
});
