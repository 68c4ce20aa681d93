/**
 * Gives what `make` gives for an input, or what it gave for the same input in an earlier run. What is
 * made must follow from its name and the input alone, and be plain data, maps among it.
 */
export type Remember = <Result>(name: string, input: string, make: () => Result) => Result;

/** Remembers nothing. */
export const makeAnew: Remember = (_name, _input, make) => make();
