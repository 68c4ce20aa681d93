/** The end of what a program printed, as much as one wants to read of it. */
export function lastLines(output: string): string {
  return output.trim().split("\n").slice(-12).join("\n") || "nothing";
}
