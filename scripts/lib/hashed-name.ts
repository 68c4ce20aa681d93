import { sha256 } from "./sha256.ts";

/** `name` with the first ten hexadecimal digits of its content's SHA-256 before the extension. */
export function hashedName(name: string, content: string | Uint8Array): string {
  const dot = name.lastIndexOf(".");
  const hash = sha256(content).slice(0, 10);
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
}
