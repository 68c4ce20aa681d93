import { createInterface } from "node:readline/promises";
import { EnvironmentFailure } from "../problems/problem.ts";

/** One value that a new file takes: given on the command line, or asked for on a terminal. */
export interface Field {
  name: string;
  /** How it stands on the command line, with an example: `--date 2026-11-23`. */
  example: string;
  /** What a terminal is asked, without a colon. */
  question: string;
  /** Taken where nothing is said; without it, something must be. */
  fallback?: string | undefined;
  /** What is wrong with a value and how to mend it; undefined if nothing is. */
  complaint: (value: string) => string | undefined;
}

/** Puts a question to the one at the terminal and gives back the line they type. */
export type Ask = (question: string) => Promise<string>;

/**
 * A value for every field, by its name: the one given, else the answer on the terminal, else the
 * field's own. What was given is judged before the first question is asked.
 *
 * @param given by name; undefined where the command line says nothing
 * @param ask undefined where there is no terminal
 * @throws EnvironmentFailure with everything that is wrong or missing
 */
export async function collectValues(
  fields: readonly Field[],
  given: Readonly<Record<string, string | undefined>>,
  ask: Ask | undefined,
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  const wrong: string[] = [];
  const missing: Field[] = [];
  for (const field of fields) {
    const value = given[field.name];
    if (value !== undefined) {
      values[field.name] = tidy(value);
      const complaint = judge(field, tidy(value));
      if (complaint !== undefined) wrong.push(`${flagOf(field)}: ${complaint}`);
    } else if (field.fallback === undefined) missing.push(field);
  }
  if (missing.length > 0 && ask === undefined) wrong.push(sayMissing(missing));
  if (wrong.length > 0) throw new EnvironmentFailure(wrong.join("\n"));

  for (const field of fields) {
    values[field.name] ??= ask === undefined ? (field.fallback ?? "") : await answer(field, ask);
  }
  return values;
}

async function answer(field: Field, ask: Ask): Promise<string> {
  const offer = field.fallback ? ` [${field.fallback}]` : "";
  const question = `${field.question}${offer}: `;
  let said = tidy(await ask(question));
  while (said !== "" || field.fallback === undefined) {
    const complaint = judge(field, said);
    if (complaint === undefined) return said;
    said = tidy(await ask(`  ${complaint}\n${question}`));
  }
  return field.fallback;
}

function judge(field: Field, value: string): string | undefined {
  return value === ""
    ? `this cannot be empty — write it like ${field.example}`
    : field.complaint(value);
}

/** One line without blanks at its ends: no value of a new file needs more. */
function tidy(value: string): string {
  return value.trim().replace(/\s+/g, " ");
}

function flagOf(field: Field): string {
  return field.example.startsWith("--") ? `--${field.name}` : field.name;
}

function sayMissing(missing: readonly Field[]): string {
  const list = missing
    .map(flagOf)
    .join(", ")
    .replace(/, ([^,]*)$/, " and $1");
  const examples = missing.map(({ example }) => example).join(" ");
  return `Missing: ${list}, and there is no terminal to ask on — add ${examples}`;
}

/**
 * Opens a terminal to ask on. Lines typed or pasted ahead of a question are kept for it. Its `ask` throws
 * an EnvironmentFailure if it is closed before an answer comes.
 */
export function openTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
  const lines = createInterface({ input, output });
  const typed = lines[Symbol.asyncIterator]();
  return {
    async ask(question: string) {
      lines.setPrompt(question);
      lines.prompt();
      const line = await typed.next();
      if (line.done) {
        output.write("\n");
        throw new EnvironmentFailure(
          "Stopped before all was said: nothing was written — start again",
        );
      }
      return line.value;
    },
    close: () => lines.close(),
  };
}
