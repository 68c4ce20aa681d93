import type { Problem } from "./problem.ts";
import type { TextPosition } from "./text-position.ts";

/** One value of a YAML text, where it stands and as it is written. */
export interface YamlValue {
  /** Where its key stands; for an item of a list, where the item begins. */
  key: TextPosition;
  /** Where the value itself begins, its quotation mark included. */
  value: TextPosition;
  /** The value as written, quotation marks included; only its first line. */
  written: string;
  /** For a scalar, its text; undefined for lists, mappings and empty values. */
  text: string | undefined;
  /** Where the text of a scalar begins; below the `|` for a block. */
  textStart: TextPosition;
  /**
   * Whether the lines of the text are lines of the file, all beginning at that column: not so where
   * lines are folded into one, or escapes stand in it.
   */
  aligned: boolean;
}

/** A YAML text as plain data, with the place of everything in it. */
export interface YamlData {
  path: string;
  /** Plain objects, arrays, strings, numbers, booleans and null. */
  data: unknown;
  /** What is at a path of keys and indices; undefined if nothing is. */
  find: (path: readonly PropertyKey[]) => YamlValue | undefined;
  problems: Problem[];
}
