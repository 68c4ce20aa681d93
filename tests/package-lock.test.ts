import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
  optional?: boolean;
  resolved?: string;
  os?: string[];
  cpu?: string[];
}

const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync("package-lock.json", "utf8"),
);
const paths = Object.keys(lock.packages);

test("the lockfile holds the binaries of every platform, so that `npm ci` works on each", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => !paths.some((locked) => locked.endsWith(`node_modules/${name}`)))
      .map((name) => `${path} → ${name}`),
  );

  assert.deepEqual(missing, []);
});

test("each of the tools in native code has a binary for Linux, macOS and Windows", () => {
  const scopes = [
    "@biomejs/cli",
    "@esbuild/",
    "@img/sharp",
    "@typescript/",
    "lightningcss-",
    "@pagefind/",
  ];
  const platforms = ["linux", "darwin", "win32"].flatMap((os) =>
    ["x64", "arm64"].map((cpu) => ({ os, cpu })),
  );

  const missing = scopes.flatMap((scope) =>
    platforms
      .filter(
        ({ os, cpu }) =>
          !Object.entries(lock.packages).some(
            ([path, locked]) =>
              path.includes(`node_modules/${scope}`) &&
              locked.os?.includes(os) &&
              locked.cpu?.includes(cpu),
          ),
      )
      .map(({ os, cpu }) => `${scope} ${os} ${cpu}`),
  );

  assert.deepEqual(missing, []);
});

test("the lockfile names no registry host", () => {
  assert.deepEqual(
    paths.filter((path) => lock.packages[path]?.resolved !== undefined),
    [],
  );
});
