import { once } from "node:events";
import { createServer } from "node:net";

/** A port that nothing listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("a server without a port");
  server.close();
  await once(server, "close");
  return address.port;
}
