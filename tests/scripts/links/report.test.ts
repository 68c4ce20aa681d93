import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import test from "node:test";
import { checkLinks } from "../../../scripts/links/report.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { closedOrigin, startHost } from "../../support/start-host.ts";
import { testTable } from "../../support/tables.ts";

/** Long enough for a host on this machine, however busy. */
const patient = 30_000;

/** Answers with the status that the path begins with, and to `/301/x` with a redirect to `/x`. */
const byPath: RequestListener = ({ url = "/" }, response) => {
  const [, status = "", rest = ""] = /^\/(\d+)\/?(.*)$/.exec(url) ?? [];
  const target = decodeURIComponent(rest);
  const to = /^https?:|^file:/.test(target) ? target : `/${rest}`;
  response.writeHead(Number(status), rest ? { location: to } : {}).end();
};

const at = (href: string, line = 1) => ({ href, path: "content/en/about.md", line, column: 3 });

/** What is said of links: severity, line, message and remedy. */
async function said(hrefs: string[], limit = patient) {
  const problems = await checkLinks(
    hrefs.map((href, index) => at(href, index + 1)),
    limit,
  );
  return problems.map(({ severity, path, line, column, message, remedy }) => {
    assert.deepEqual([path, column], ["content/en/about.md", 3]);
    return `${severity} ${line}: ${message} — ${remedy}`;
  });
}

/** What is said of links to one host, without its name, and what it was asked. */
async function visit(paths: string) {
  await using server = await startHost((request, response) => {
    if (request.url === "/circle") response.writeHead(302, { location: "/circle" }).end();
    else byPath(request, response);
  });
  const { origin, asked } = server;
  const told = await said(paths.split("\n").map((path) => origin + path));
  return { told: told.map((line) => line.replaceAll(origin, "")), asked };
}

testTable("links", {
  "what is said of links": async (paths) => (await visit(paths)).told,
  "what their host is asked": async (paths) => (await visit(paths)).asked,
});

test("a host that has no answer to HEAD is asked for the whole", async () => {
  for (const status of [403, 404, 405, 501]) {
    await using server = await startHost(({ method }, response) => {
      response.writeHead(method === "HEAD" ? status : 200).end("here");
    });
    assert.deepEqual(await said([`${server.origin}/page`]), []);
    assert.deepEqual(server.asked, ["HEAD /page", "GET /page"]);
  }
});

test("what may pass is tried again, once, after the others of its host", async () => {
  let failures = 0;
  await using server = await startHost(({ url, method }, response) => {
    const fails = url === "/always" || (url === "/once" && failures++ < 2);
    if (fails && method === "GET") return void response.destroy();
    response.writeHead(fails ? 500 : 200).end();
  });
  const { origin } = server;
  const found = await said([`${origin}/once`, `${origin}/always`, `${origin}/sound`]);
  assert.equal(found.length, 1);
  assert.match(found[0] ?? "", /^error 2: .*: the host breaks off the connection \(ECONNRESET\)/);
  const once = ["HEAD /once", "GET /once"];
  const always = ["HEAD /always", "GET /always"];
  assert.deepEqual(server.asked, [...once, ...always, "HEAD /sound", "HEAD /once", ...always]);
});

test("one host is asked for one page at a time", async () => {
  let open = 0;
  let most = 0;
  await using server = await startHost((_, response) => {
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    setImmediate(() => response.end());
  });
  await said(["/a", "/b", "/c", "/d"].map((page) => server.origin + page));
  assert.deepEqual([server.asked.length, most], [4, 1]);
});

test("a host that does not answer in time is dead; one that begins to answer is not", async () => {
  await using hanging = await startHost(() => {});
  await using slow = await startHost(({ method }, response) => {
    // A body without an end.
    if (method === "HEAD") response.writeHead(405).end();
    else response.writeHead(200).write("…");
  });
  const both = await said([`${hanging.origin}/`, `${slow.origin}/`], 3_000);
  assert.equal(both.length, 1);
  assert.match(both[0] ?? "", /^error 1: .*: the host does not answer within 3 seconds/);
  assert.deepEqual(hanging.asked, ["HEAD /", "HEAD /"]);
});

test("names that nobody has, closed ports and broken TLS are told apart", async () => {
  await using sound = await startHost(byPath);
  const found = await said([
    `${sound.origin}/200`,
    "https://nowhere.invalid/",
    `${await closedOrigin()}/`,
    sound.origin.replace("http:", "https:"),
  ]);
  assert.equal(found.length, 3);
  assert.match(found[0] ?? "", /^error 2: .*: the host cannot be found \(E\w+\)/);
  assert.match(found[1] ?? "", /^error 3: .*: the host breaks off the connection \(ECONNREFUSED\)/);
  assert.match(found[2] ?? "", /^error 4: .*: the host has no secure connection to offer \(E\w+\)/);
});

test("where no host answers, there is no network", async () => {
  const two = [at("https://nowhere.invalid/"), at("https://nobody.invalid/")];
  await assert.rejects(checkLinks(two, patient), {
    constructor: EnvironmentFailure,
    message:
      "None of the 2 hosts that the site links to answers — connect this machine to the network and try again",
  });
  assert.deepEqual(await checkLinks([], patient), []);
});
