import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import test from "node:test";
import { collectValues, type Field, openTerminal } from "../../../scripts/new/ask.ts";

import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";

const complaint = (value: string) => (value.includes("!") ? "no ! — leave it out" : undefined);
const title: Field = { name: "title", example: '"A"', question: "Title", complaint };
const date: Field = {
  name: "date",
  example: "--date 2026-11-23",
  question: "Day",
  fallback: "2026-11-23",
  complaint,
};
const credit: Field = { ...title, name: "credit", example: "--credit Me", question: "Credit" };

/** Answers in turn, and the questions they were given to. */
function answering(...answers: string[]) {
  const questions: string[] = [];
  const ask = async (question: string) => {
    questions.push(question);
    const answer = answers.shift();
    assert.notEqual(answer, undefined, `nothing is left to answer “${question}”`);
    return answer ?? "";
  };
  return { questions, ask };
}

test("without a terminal, what is said is taken and the rest falls back", async () => {
  const values = await collectValues([title, date], { title: " A\n  b " }, undefined);
  assert.deepEqual(values, { title: "A b", date: "2026-11-23" });
});

test("without a terminal, all that is wrong or missing is told at once", async () => {
  await assert.rejects(collectValues([title, date, credit], { date: "!" }, undefined), {
    constructor: EnvironmentFailure,
    message:
      "--date: no ! — leave it out\n" +
      'Missing: title and --credit, and there is no terminal to ask on — add "A" --credit Me',
  });
});

test("a value that is empty is wrong, not missing", async () => {
  await assert.rejects(collectValues([date], { date: " " }, undefined), {
    message: "--date: this cannot be empty — write it like --date 2026-11-23",
  });
});

test("a terminal is asked for what is not said, until the answer will do", async () => {
  const { questions, ask } = answering("", "new!", " new ", "");
  const values = await collectValues([title, date, credit], { credit: "Me" }, ask);
  assert.deepEqual(values, { title: "new", date: "2026-11-23", credit: "Me" });
  assert.deepEqual(questions, [
    "Title: ",
    '  this cannot be empty — write it like "A"\nTitle: ',
    "  no ! — leave it out\nTitle: ",
    "Day [2026-11-23]: ",
  ]);
});

test("nobody is asked anything while a flag is wrong", async () => {
  const { questions, ask } = answering();
  await assert.rejects(collectValues([title, date], { date: "!" }, ask), /^Error: --date: no !/);
  assert.deepEqual(questions, []);
});

test("lines pasted all at once answer one question each; after the last comes no answer", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const terminal = openTerminal(input, output);
  input.end("River festival\n\n2026-12-01\n");
  assert.equal(await terminal.ask("Title: "), "River festival");
  assert.equal(await terminal.ask("Summary: "), "");
  assert.equal(await terminal.ask("Day: "), "2026-12-01");
  await assert.rejects(terminal.ask("Title in Chinese: "), {
    constructor: EnvironmentFailure,
    message: "Stopped before all was said: nothing was written — start again",
  });
  terminal.close();
  assert.equal(output.read().toString(), "Title: Summary: Day: Title in Chinese: \n");
});
