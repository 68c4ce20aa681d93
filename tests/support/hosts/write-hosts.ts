import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseBuildRecord } from "../../../scripts/outputs/small-texts.ts";
import { projectRoot } from "../project-root.ts";
import { runBuild } from "../run-build.ts";
import { builtSite } from "../site/built-site.ts";

/** Writes what servers need to serve the built site, by the clock that it was built by: `npm run hosts`. */
export async function writeHosts(): Promise<void> {
  const record = parseBuildRecord(
    await readFile(path.join(builtSite.folder, "build.json"), "utf8"),
  );
  assert.ok(record);
  const environment = { SOURCE_DATE_EPOCH: String(record.sourceDateEpoch) };
  const { code, stderr } = await runBuild(projectRoot, { command: "hosts.ts", environment });
  assert.equal(code, 0, stderr);
}
