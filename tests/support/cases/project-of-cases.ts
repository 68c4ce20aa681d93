import { rm } from "node:fs/promises";
import path from "node:path";
import { writeSite } from "../../scripts/content/make-site.ts";
import { copyProject, type ProjectCopy } from "../copy-project.ts";
import { layCase } from "./lay-case.ts";
import type { Case } from "./parse-case.ts";

/** The project with the smallest content in place of its own, and all of `cases` laid over it. */
export async function projectOfCases(cases: readonly Case[]): Promise<ProjectCopy> {
  const project = await copyProject();
  await rm(path.join(project.root, "content"), { recursive: true });
  await rm(path.join(project.root, "assets/photos"), { recursive: true });
  await writeSite(project.root, {});
  for (const { files } of cases) await layCase(files, project.root);
  return project;
}
