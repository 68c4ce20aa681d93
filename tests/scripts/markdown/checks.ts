import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "./site.ts";

/** A text of `content/en/news/index.md`, or of `content/zh/about.md`. */
export interface Case {
  text: string;
  zh?: true;
  published?: false;
  short?: true;
  /** As printed, without the path; none: the text is in order. */
  problems: string[];
}

/** One test for each text: exactly these problems, in these words, at these places. */
export function checks(cases: readonly Case[]): void {
  for (const { text, zh, published = true, short = false, problems } of cases) {
    test(JSON.stringify(text.slice(0, 60)), () => {
      const path = zh ? "content/zh/about.md" : "content/en/news/index.md";
      assert.deepEqual(check(text, { path, published, short }), problems);
    });
  }
}
