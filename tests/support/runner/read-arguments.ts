/** The steps of a whole run, in order, but for the build. */
const steps = ["types", "lint", "unit", "site", "browser"] as const;

/** What the command line asked for. */
export interface RunArguments {
  /** Only the long cases, or only the others. */
  long: boolean;
  /** The only step to take; undefined: all of them. */
  only: (typeof steps)[number] | undefined;
  /** Files or folders from the project's root; empty: all. */
  paths: string[];
}

/**
 * Reads `[long] [--only=STEP] [path …]`.
 *
 * @throws Error on anything else that begins with a hyphen
 */
export function readArguments(args: readonly string[]): RunArguments {
  const long = args[0] === "long";
  const rest = long ? args.slice(1) : args;
  const [given, ...more] = rest.filter((arg) => arg.startsWith("-"));
  const only = steps.find((step) => given === `--only=${step}`);
  if (more.length > 0 || (given !== undefined && only === undefined)) {
    const known = steps.map((step) => `--only=${step}`).join(", ");
    throw new Error(`unknown argument ${more[0] ?? given}: give one of ${known}`);
  }
  return { long, only, paths: rest.filter((arg) => !arg.startsWith("-")) };
}
