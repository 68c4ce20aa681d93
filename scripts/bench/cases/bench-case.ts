/** A program that is run as a child process. */
export interface Command {
  /** An executable file, or a name to be found in PATH: `process.execPath`, `hugo`. */
  file: string;
  args: readonly string[];
  /** The folder to run it in. */
  cwd: string;
  /** Added to this process's environment. */
  env?: Readonly<Record<string, string>>;
}

/** One of those who do the same work in a case. */
export interface Competitor {
  /** The same in every case and in the goals: `this project`, `Hugo`. */
  name: string;
  command: Command;
  /** Brings everything into the state that the case is about, before each turn; not measured. */
  prepare?: () => Promise<void>;
  /** Fewer turns than the others take, where one of them is long. */
  turns?: number;
  /** After each turn: what is missing from what should have been made; undefined if all is there. */
  fault: () => Promise<string | undefined>;
}

/** Who does the same work, how often. */
export interface BenchCase {
  /** Named by the goals: `articles-10000-cold`. */
  id: string;
  /** A heading for people: `10,000 articles, cold`. */
  title: string;
  competitors: readonly Competitor[];
  /** How often each of them runs: A B C A B C. */
  turns: number;
}
