import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Takes the port for a moment and lets it go again.
 *
 * @throws the system's error (`EADDRINUSE`, `EACCES`) if the port cannot be had
 */
export async function assertPortFree(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  await once(server, "listening");
  server.close();
  await once(server, "close");
}
