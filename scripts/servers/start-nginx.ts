import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliModule } from "./brotli-module.ts";
import { runServer } from "./run-server.ts";
import type { RunningServer } from "./running-server.ts";

/**
 * Starts nginx as this user.
 *
 * @param serverBlock the `server` block, given what it is to listen on
 * @throws with what nginx said, if it does not take the block
 */
export function startNginx(serverBlock: (listen: string) => string): Promise<RunningServer> {
  return runServer(async (folder, port) => {
    const file = path.join(folder, "nginx.conf");
    await mkdir(path.join(folder, "temp"));
    await writeFile(file, configuration(folder, serverBlock(`127.0.0.1:${port}`)));
    return { command: "nginx", args: ["-p", folder, "-c", file, "-e", "stderr"] };
  });
}

const temporaryPaths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

function configuration(folder: string, block: string): string {
  // Root's workers would be another user, who may not read the folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `${user}
load_module ${brotliModule};
daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
    access_log off;
    sendfile on;
${temporaryPaths.map((name) => `    ${name}_temp_path ${folder}/temp;\n`).join("")}
${block}
}
`;
}
