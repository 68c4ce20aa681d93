import { hash } from "node:crypto";

/** SHA-256 of bytes or text, 64 hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return hash("sha256", data);
}
