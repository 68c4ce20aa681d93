import { parseArgs } from "node:util";
import { EnvironmentFailure } from "../problems/problem.ts";
import { nearestName } from "../problems/suggest.ts";
import { nameField, photoFields, type TextKind, textFields } from "./fields.ts";

/**
 * Takes a command line apart: a kind, its title or file, and flags with a value each. What is `given` is
 * by the names of the fields, undefined where nothing is said.
 *
 * @throws EnvironmentFailure if it has another form
 */
export function readArguments([first, ...rest]: readonly string[]) {
  const kind = (Object.keys(newKinds) as NewKind[]).find((known) => known === first);
  if (kind === undefined) {
    const said = first === undefined ? "Nothing was named" : `There is no “${first}”`;
    throw new EnvironmentFailure(`${said} to make — type one of these:\n\n${usage()}`);
  }
  const { operand, flags } = newKinds[kind];
  const options = Object.fromEntries(flags.map((name) => [name, { type: "string" } as const]));
  const { tokens } = parseArgs({ args: rest, options, strict: false, tokens: true });
  const given: Record<string, string | undefined> = {};
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (!flags.includes(name)) throw new EnvironmentFailure(unknownFlag(rawName, name, flags));
    if (value === undefined || (!inlineValue && value.startsWith("--"))) {
      throw new EnvironmentFailure(`--${name} has no value — write it as --${name} "…"`);
    }
    if (given[name] !== undefined) {
      throw new EnvironmentFailure(`--${name} is given twice — keep one of the two`);
    }
    given[name] = value;
  }
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  if (words.length > 1) {
    const quoted = `npm run new -- ${kind} "${words.join(" ")}"`;
    throw new EnvironmentFailure(
      `The ${operand} is more than one word — put it in quotation marks: ${quoted}`,
    );
  }
  given[operand] = words[0];
  return { kind, given };
}

function unknownFlag(written: string, name: string, flags: readonly string[]): string {
  const nearest = nearestName(name, flags);
  const list = flags.map((flag) => `--${flag}`).join(", ");
  const advice = nearest === undefined ? `the flags are ${list}` : `did you mean --${nearest}?`;
  return `There is no flag ${written} here — ${advice}`;
}

/** What `npm run new` can make. */
type NewKind = TextKind | "photo";

/** What each kind takes on the command line: one operand, and flags. */
const newKinds: Readonly<Record<NewKind, { operand: string; flags: readonly string[] }>> = {
  news: { operand: "title", flags: flagsOf([...textFields("news", ""), nameField("slug", "")]) },
  event: { operand: "title", flags: flagsOf([...textFields("event", ""), nameField("slug", "")]) },
  page: { operand: "title", flags: flagsOf([...textFields("page", ""), nameField("slug", "")]) },
  photo: { operand: "file", flags: flagsOf([...photoFields, nameField("name", "")]) },
};

function flagsOf(fields: readonly { name: string }[]): string[] {
  return fields.map(({ name }) => name).filter((name) => name !== "title");
}

/** How the command is typed, one line a kind. */
export function usage(): string {
  return (Object.keys(newKinds) as NewKind[])
    .map((kind) => {
      const { operand, flags } = newKinds[kind];
      const subject = operand === "title" ? '"The title"' : operand.toUpperCase();
      return `npm run new -- ${kind} ${subject} ${flags.map((flag) => `[--${flag} …]`).join(" ")}`;
    })
    .join("\n");
}
