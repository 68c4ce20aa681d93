import type { Severity } from "./problem.ts";

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
