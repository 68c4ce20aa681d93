import { type NewKind, newKinds } from "./new-kinds.ts";

/** How the command is typed, one line a kind. */
export function usage(): string {
  return (Object.keys(newKinds) as NewKind[])
    .map((kind) => {
      const { operand, flags } = newKinds[kind];
      const subject = operand === "title" ? '"The title"' : operand.toUpperCase();
      return `npm run new -- ${kind} ${subject} ${flags.map((flag) => `[--${flag} …]`).join(" ")}`;
    })
    .join("\n");
}
