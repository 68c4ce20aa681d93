import { fillIn } from "../lib/fill-in.ts";
import { compareCodeUnits } from "../lib/lists.ts";

/** How bad a problem is: an error stops the build, a warning is printed and the build goes on. */
type Severity = "error" | "warning";

/** One thing an editor should mend, said in one sentence with its place and its remedy. */
export interface Problem {
  /** Short kebab-case name of the rule, the key of the handbook's table of messages. */
  rule: string;
  severity: Severity;
  /** Path from the project's root, with forward slashes. */
  path: string;
  /** 1-based line in the file as the editor sees it. */
  line: number;
  /** 1-based column, in UTF-16 code units, as editors' tools count. */
  column: number;
  /** What is wrong. No full stop at the end. */
  message: string;
  /** How to mend it, in the imperative. No full stop at the end. */
  remedy: string;
}

/**
 * One rule of the checks: what it says, and a worked example for the handbook. `message` and
 * `remedy` are sentences without a full stop; `{name}` in them is filled in where the rule strikes.
 */
export interface Rule {
  severity: Severity;
  message: string;
  remedy: string;
  /** A value for every brace of both sentences. */
  example: Readonly<Record<string, string>>;
}

/** A room's list of rules. The key is the `rule` of the problems it reports. */
export type Rules = Readonly<Record<string, Rule>>;

type Braces<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Braces<Rest>
  : never;

/** The values that a rule's two sentences ask for. */
export type RuleValues<R extends { message: string; remedy: string }> = Readonly<
  Record<Braces<R["message"]> | Braces<R["remedy"]>, string | number>
>;

/** The problem that `name`, one of `rules`, is at `place`. The types ask for the values it needs. */
export function problemOf<R extends Rules, N extends keyof R & string>(
  rules: R,
  name: N,
  place: Place,
  values: RuleValues<R[N]>,
): Problem {
  const rule = rules[name];
  if (rule === undefined) throw new Error(`there is no rule ${name}`);
  const filled: Record<string, string> = {};
  for (const [key, value] of Object.entries<string | number>(values)) {
    filled[key] = oneLine(String(value));
  }
  return {
    rule: name,
    severity: rule.severity,
    path: place.path,
    line: place.line,
    column: place.column,
    message: fillIn(rule.message, filled),
    remedy: fillIn(rule.remedy, filled),
  };
}

/** What is wrong, before it is known where that is said. */
export type Fault = (place: Place) => Problem;

/** Makes the faults of one list of rules: of a rule's name, and the values that its sentences ask for. */
export function faultsOf<R extends Rules>(rules: R) {
  return <N extends keyof R & string>(rule: N, values: RuleValues<R[N]>): Fault =>
    (place) =>
      problemOf(rules, rule, place, values);
}

/**
 * `text` as it may stand in a one-line message: line ends, tabs and characters that a terminal
 * would obey or hide become a visible sign each.
 */
export function oneLine(text: string): string {
  return text.replaceAll("\n", " ⏎ ").replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu, "�");
}

/** A copy of `problems`, by file, line and column, the same on every machine (no locale). */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareCodeUnits(a.path, b.path) ||
      a.line - b.line ||
      a.column - b.column ||
      compareCodeUnits(a.message, b.message),
  );
}

/** Thrown when content, photographs or templates have errors: exit code 1. */
export class ContentFailure extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in the content`);
    this.problems = problems;
  }
}

/** Thrown when arguments, environment, disk or permissions stand in the way: exit code 2. */
export class EnvironmentFailure extends Error {
  /** @param message what is wrong and how to mend it, one sentence */
  constructor(message: string) {
    super(message);
  }
}

/** A place in a text: 1-based line, and 1-based column in UTF-16 code units. */
export interface TextPosition {
  line: number;
  column: number;
}

/** A place in a file; `path` from the project's root, with forward slashes. */
export interface Place extends TextPosition {
  path: string;
}

/**
 * Prepares to turn offsets into positions. Only LF ends a line: normalise other line ends first.
 *
 * @returns a function from an offset in UTF-16 code units to its position
 */
export function positionFinder(text: string): (offset: number) => TextPosition {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    const at = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}

/** The beginning of `text`, at most `maximum` characters, with “…” where something was left out. */
export function excerpt(text: string, maximum = 60): string {
  const characters = [...text.slice(0, maximum * 2 + 2)];
  const whole = characters.length <= maximum && text.length <= maximum * 2 + 2;
  return whole
    ? text
    : `${characters
        .slice(0, maximum - 1)
        .join("")
        .trimEnd()}…`;
}
