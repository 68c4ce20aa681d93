import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** What a server answered, as it came: nothing unpacked, nothing followed. */
export interface Answer {
  status: number;
  /** Every value of each header, by its name in lower case. */
  headers: ReadonlyMap<string, readonly string[]>;
  body: Buffer;
}

/** Asks for a target exactly as written, which `fetch` would put in order first. */
export async function ask(
  origin: string,
  target: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const sent = request({ hostname, port, path: target, headers, agent: false }).end();
  const [response]: IncomingMessage[] = await once(sent, "response");
  if (!response) throw new Error(`no answer for ${target}`);
  const body: Buffer[] = [];
  for await (const part of response) body.push(part);
  const found = new Map<string, string[]>();
  for (const [name, values = []] of Object.entries(response.headersDistinct)) {
    found.set(name.toLowerCase(), values);
  }
  return { status: response.statusCode ?? 0, headers: found, body: Buffer.concat(body) };
}

const unpackers: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  identity: (body) => body,
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

/** How a body is encoded by what its answer says: `identity` if not at all. */
export function codingOf({ headers }: Answer): string {
  return headers.get("content-encoding")?.join() ?? "identity";
}

/** The body of a whole answer, unpacked. Throws where it is encoded as no file of ours is. */
export function contentOf(answer: Answer): Buffer {
  const unpack = unpackers[codingOf(answer)];
  if (!unpack) throw new Error(`encoded as ${codingOf(answer)}`);
  return unpack(answer.body);
}
