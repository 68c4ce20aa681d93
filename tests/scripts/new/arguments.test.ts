import { readArguments } from "../../../scripts/new/arguments.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { testTable } from "../../support/tables.ts";

function read(input: string): string {
  try {
    const { kind, given } = readArguments(input === "nothing" ? [] : input.split(" | "));
    const said = Object.entries(given).filter(([, value]) => value !== undefined);
    return [kind, ...said.map(([name, value]) => `${name}=${value}`)].join(" | ");
  } catch (error) {
    if (error instanceof EnvironmentFailure) return error.message;
    throw error;
  }
}

testTable("new-arguments", {
  "what is asked for": read,
  refused: read,
  "refused, with what to type": (input) => read(input).split(/\n+/).slice(0, 2),
});
