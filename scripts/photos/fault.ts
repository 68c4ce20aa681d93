import type { Problem } from "../lib/problem.ts";
import type { Place } from "../lib/text-position.ts";

/** What is wrong with a photograph, before it is known at which of its uses that is said. */
export type Fault = (place: Place) => Problem;
