import path from "node:path";
import type { Tally } from "./tally.ts";

/** An event of node:test, as far as the count needs it. */
export interface TestEvent {
  type: string;
  data: {
    name?: string;
    file?: string;
    message?: string;
    skip?: string | boolean;
    todo?: string | boolean;
    details?: { type?: string; error?: Error & { failureType?: string } };
  };
}

/**
 * Hands the events of a run on and counts them into `tally`. The closing lines of the part are left
 * out: the runner prints those of the whole. A test that is skipped or left as a "todo" counts as
 * failed, and so does a file without a test: both look like success and prove nothing.
 */
export async function* tallyEvents(
  events: AsyncIterable<TestEvent>,
  root: string,
  tally: Tally,
): AsyncGenerator<TestEvent> {
  for await (const event of events) {
    if (event.type === "test:pass") countPass(event, root, tally);
    if (event.type === "test:fail") countFailure(event, root, tally);
    if (!isClosingLine(event)) yield event;
  }
}

function countPass({ data }: TestEvent, root: string, tally: Tally): void {
  const place = name(data, root);
  if (data.skip !== undefined || data.todo !== undefined) {
    tally.failures.push(`${place}: skipped or left to do`);
  } else if (isWholeFile(data)) {
    tally.failures.push(`${place}: ended without running a test`);
  } else if (data.details?.type !== "suite") {
    tally.passed += 1;
  }
}

function countFailure({ data }: TestEvent, root: string, tally: Tally): void {
  // A parent that fails by its subtests alone; these are counted themselves.
  if (data.details?.error?.failureType === "subtestsFailed") return;
  const why = isWholeFile(data) ? `: ${data.details?.error?.message ?? "failed"}` : "";
  tally.failures.push(name(data, root) + why);
}

function isClosingLine({ type, data }: TestEvent): boolean {
  const count = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;
  return type === "test:diagnostic" && data.file === undefined && count.test(data.message ?? "");
}

/** node:test reports a file as a test of its own only where it crashed or held no test. */
function isWholeFile(data: TestEvent["data"]): boolean {
  return data.file !== undefined && path.resolve(data.name ?? "") === path.resolve(data.file);
}

function name(data: TestEvent["data"], root: string): string {
  const file = data.file === undefined ? "" : path.relative(root, data.file);
  return isWholeFile(data) ? file : `${file}  ${data.name ?? ""}`;
}
