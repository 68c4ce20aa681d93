import { readFile } from "node:fs/promises";
import path from "node:path";
import { listFiles } from "../list-files.ts";
import { projectRoot } from "../project-root.ts";
import { type Case, parseCase } from "./parse-case.ts";

/** A case, and the rule that it breaks: the first part of its name. */
export interface NamedCase extends Case {
  name: string;
  rule: string;
}

/** Every case of `tests/fixtures/bad/`, by name. */
export async function readCases(): Promise<NamedCase[]> {
  const folder = path.join(projectRoot, "tests/fixtures/bad");
  const files = (await listFiles(folder)).filter((file) => file.endsWith(".txt"));
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace(/\.txt$/, "");
      const text = await readFile(path.join(folder, file), "utf8");
      return { name, rule: name.replace(/\..*$/, ""), ...parseCase(text) };
    }),
  );
}
