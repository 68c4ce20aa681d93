import { EnvironmentFailure } from "../../problems/problem.ts";
import { prepareProgram } from "./prepare-program.ts";

/** Sees to what `runMeasured` needs. Throws EnvironmentFailure where it cannot be had. */
export function prepareMeasuring(say: (line: string) => void): void {
  if (process.platform !== "linux") {
    throw new EnvironmentFailure(
      "Programs can be measured on Linux only, by GNU time and /proc — run this bench there",
    );
  }
  prepareProgram("time", say);
}
