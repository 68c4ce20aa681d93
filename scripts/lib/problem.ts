/** How bad a problem is: an error stops the build, a warning is printed and the build goes on. */
export type Severity = "error" | "warning";

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
