import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { projectRoot } from "../../support/project-root.ts";
import { runBuild } from "../../support/run-build.ts";

const start = (port: string) =>
  runBuild(projectRoot, { command: "preview.ts", environment: { PORT: port } });

test("a port that another program uses is told in one sentence", async (t) => {
  const server = createServer().listen(0);
  await once(server, "listening");
  t.after(() => server.close());
  const address = server.address();
  assert.ok(address && typeof address === "object");
  const { code, stderr } = await start(String(address.port));
  assert.equal(code, 2);
  assert.match(stderr, /^Another program uses the port — .+\n$/);
});

test("a port that is no number is told in one sentence", async () => {
  const { code, stderr } = await start("eighty");
  assert.equal(code, 2);
  assert.match(stderr, /^PORT is “eighty”, which is not a port — .+\n$/);
});
