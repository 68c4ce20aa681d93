import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A real server on this machine; what its listener leaves open is closed in the end. */
export interface Host extends AsyncDisposable {
  /** `http://127.0.0.1:port` */
  origin: string;
  /** `GET /path`, in order. */
  asked: string[];
}

export async function startHost(answer: RequestListener): Promise<Host> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The origin of a host that was there and is no more. */
export async function closedOrigin(): Promise<string> {
  await using host = await startHost(() => {});
  return host.origin;
}
