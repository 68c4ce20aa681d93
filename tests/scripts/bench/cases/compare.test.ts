import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { before, test } from "node:test";
import type { Competitor } from "../../../../scripts/bench/cases/bench-case.ts";
import { compare } from "../../../../scripts/bench/cases/compare.ts";
import { prepareMeasuring } from "../../../../scripts/bench/measure/prepare-measuring.ts";

before(() => prepareMeasuring(() => {}));

/** Does nothing, and notes when it is prepared and looked at. */
function idle(name: string, notes: string[], fault?: string): Competitor {
  return {
    name,
    command: { file: "true", args: [], cwd: tmpdir() },
    prepare: async () => void notes.push(`prepare ${name}`),
    async fault() {
      notes.push(`look at ${name}`);
      return fault;
    },
  };
}

test("competitors take turns, each prepared before and looked at after", async () => {
  const notes: string[] = [];
  const competitors = [idle("A", notes), idle("B", notes)];
  const rows = await compare("g", { id: "i", title: "T", competitors, turns: 2 }, () => {});
  const turn = ["prepare A", "look at A", "prepare B", "look at B"];
  assert.deepEqual(notes, [...turn, ...turn]);
  assert.deepEqual(
    rows.map(({ competitor, figures }) => [competitor, figures.wall?.length]),
    [
      ["A", 2],
      ["B", 2],
    ],
  );
});

test("one that leaves its work undone has no figures", async () => {
  const competitors = [idle("A", [], "3 of 9 articles have their page")];
  await assert.rejects(
    compare("g", { id: "i", title: "T", competitors, turns: 1 }, () => {}),
    {
      message: /^A did not do its work \(3 of 9 articles have their page\) and was not measured/,
    },
  );
});
