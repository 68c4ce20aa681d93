/** The beginning of `text`, at most `maximum` characters, with “…” where something was left out. */
export function excerpt(text: string, maximum = 60): string {
  const characters = [...text.slice(0, maximum * 2 + 2)];
  const whole = characters.length <= maximum && text.length <= maximum * 2 + 2;
  return whole
    ? text
    : `${characters
        .slice(0, maximum - 1)
        .join("")
        .trimEnd()}…`;
}
