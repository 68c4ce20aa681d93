import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "./files.ts";

/** A change of one file that breaks a rule. */
interface Breach {
  rule: string;
  file: string;
  from: string | RegExp;
  to: string;
}

/** The breaches in a file of `tests/fixtures/breaches/`, whose README says how they are written. */
export async function readBreaches(name: string): Promise<Breach[]> {
  const file = path.join(projectRoot, `tests/fixtures/breaches/${name}.txt`);
  const rules = (await readFile(file, "utf8")).split(/^== /m).slice(1);
  return rules.flatMap((section) => {
    const [rule = "", ...changes] = section.trimEnd().split("\n\n");
    return changes.map((change) => {
      const [file = "", ...lines] = change.split("\n");
      const marked = (mark: string) =>
        lines.flatMap((line) => (line[0] === mark ? line.slice(2) : [])).join("\n");
      const pattern = marked("~");
      return { rule, file, from: pattern ? new RegExp(pattern) : marked("-"), to: marked("+") };
    });
  });
}

/** `text` with the change, which must change something. */
export function breakText({ from, to }: Breach, text: string): string {
  const broken = text.replace(from, to);
  assert.notEqual(broken, text, `there is no ${from}`);
  return broken;
}
