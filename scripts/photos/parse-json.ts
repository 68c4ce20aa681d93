/** What a kept text holds, or nothing where it is no JSON; for the schema of its reader to judge. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
