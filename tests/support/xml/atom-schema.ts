import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../project-root.ts";
import { readSchema } from "./schema-faults.ts";

/** The schema of RFC 4287. */
export const atomSchema = readSchema(
  readFileSync(path.join(projectRoot, "tests/fixtures/schemas/atom.rng"), "utf8"),
);
