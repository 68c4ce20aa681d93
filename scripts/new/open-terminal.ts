import { createInterface } from "node:readline/promises";
import { EnvironmentFailure } from "../lib/failure.ts";
import type { Ask } from "./ask.ts";

/** A terminal to ask on. */
export interface Terminal {
  /** @throws EnvironmentFailure if the terminal is closed before an answer comes */
  ask: Ask;
  close(): void;
}

/** Opens a terminal. Lines typed or pasted ahead of a question are kept for it. */
export function openTerminal(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Terminal {
  const lines = createInterface({ input, output });
  const typed = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      lines.setPrompt(question);
      lines.prompt();
      const line = await typed.next();
      if (line.done) {
        output.write("\n");
        throw new EnvironmentFailure(
          "Stopped before all was said: nothing was written — start again",
        );
      }
      return line.value;
    },
    close: () => lines.close(),
  };
}
