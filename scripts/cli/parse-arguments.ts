import { parseArgs } from "node:util";
import { EnvironmentFailure } from "../problems/problem.ts";

/** The flags that a command takes, by name without the dashes; in the form of `node:util` parseArgs. */
type Flags = Readonly<Record<string, { readonly type: "boolean" }>>;

/**
 * Which of a command's flags were given.
 *
 * @param args what was written after the command, `process.argv.slice(2)`
 * @throws EnvironmentFailure where there is anything else among them, all of it in one sentence
 */
export function parseArguments<F extends Flags>(
  args: readonly string[],
  flags: F,
): Record<keyof F, boolean> {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: flags,
    strict: false,
    tokens: true,
  });
  const names = Object.keys(flags);
  const unknown = tokens.flatMap((token) => {
    if (token.kind === "option-terminator") return [];
    const isFlag =
      token.kind === "option" && names.includes(token.name) && token.value === undefined;
    return isFlag ? [] : [`“${args[token.index]}”`];
  });
  if (unknown.length > 0) {
    const known = names.map((name) => `--${name}`).join(", ") || "no arguments";
    const written = [...new Set(unknown)];
    const them = written.length === 1 ? "it" : "them";
    throw new EnvironmentFailure(
      `This command does not know ${written.join(", ")} — leave ${them} out; it takes ${known}`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, values[name] === true])) as Record<
    keyof F,
    boolean
  >;
}
