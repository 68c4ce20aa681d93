// The dev server ships no types: what the preview uses of it, no more.
declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";

  export type Middleware = (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;

  export default class EleventyDevServer {
    static getServer(
      name: string,
      folder: string,
      options: {
        pathPrefix: string;
        domDiff: boolean;
        portReassignmentRetryCount: number;
        aliases: Readonly<Record<string, string>>;
        messageOnStart: (status: { localhostUrl: string }) => string;
        middleware: Middleware[];
        logger: Record<"info" | "log" | "error", (line: string) => void>;
      },
    ): EleventyDevServer;
    readonly server: Server;
    ready(): Promise<void>;
    mapUrlToFilePath(address: string): { statusCode: number };
    reload(event: { files: string[]; subtype: undefined }): void;
  }
}
