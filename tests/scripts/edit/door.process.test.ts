import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import {
  chmod,
  lstat,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from "yaml";
import type {
  Everything,
  Field,
  FileState,
  Keys,
  Opened,
  WindowText,
} from "../../../scripts/edit/api.ts";
import { changeText } from "../../../scripts/edit/values.ts";
import { freePort } from "../../../scripts/servers/servers.ts";
import { apart } from "../../support/faults.ts";
import { listFiles } from "../../support/files.ts";
import { builtProject, commandOf, testEpoch } from "../../support/project.ts";

const project = await builtProject();
const { root } = project;
const port = await freePort();
const host = `127.0.0.1:${port}`;
let preview: ChildProcess;
let token = "";

/** `npm start`, and the token of its run. */
async function start(within: readonly string[] = []): Promise<void> {
  const [program = "", ...args] = [...within, ...commandOf(root, "start")];
  preview = spawn(program, args, {
    cwd: root,
    // To be reached by other addresses of this machine, which the editor does not answer.
    env: { ...process.env, HOST: "0.0.0.0", PORT: `${port}`, SOURCE_DATE_EPOCH: testEpoch },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    preview.once("exit", (code, signal) =>
      reject(new Error(`the preview ended: ${signal ?? code}`)),
    );
    preview.stdout?.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes("The preview is at")) resolve();
    });
  });
  const { body } = await send("GET", "");
  token = /data-token="([^"]+)"/.exec(body)?.[1] ?? "";
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  preview.removeAllListeners("exit").kill(signal);
  await once(preview, "close");
}

after(async () => {
  await stop("SIGTERM");
  await project[Symbol.asyncDispose]();
});

type Headers = Record<string, string | undefined>;

/** What the door answers below `_edit/`; headers that are undefined are left out. */
function send(method: string, address: string, headers: Headers = {}, body = "", at = "127.0.0.1") {
  const all = { Host: host, "Content-Length": `${Buffer.byteLength(body)}`, ...headers };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const asked = { host: at, port, method, path: `/_edit/${address}`, headers: sent, agent: false };
  return new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const one = request(asked, async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part);
        const { statusCode: status = 0, headers } = response;
        resolve({ status, body: Buffer.concat(parts).toString(), headers });
      });
      one.on("error", reject).end(body);
    },
  );
}

const api = (name: string, sent: unknown, headers: Headers = {}) =>
  send("POST", `api/${name}`, { "X-Edit-Token": token, ...headers }, JSON.stringify(sent));

async function ask<Answer = Opened>(name: string, sent: object): Promise<Answer> {
  const { status, body } = await api(name, sent);
  assert.equal(status, 200, body);
  return JSON.parse(body);
}

const about = "content/en/about.md";

let windows = 0;

/** A window's name, as a new one has it. */
function newWindow(): string {
  windows += 1;
  return windows.toString(16).padStart(16, "0");
}

const open = (window: string, file: string) => ask("open", { window, path: file });
const place = (file: string) => path.join(root, file);
const read = (file: string) => readFile(place(file), "utf8");
const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });

const commit = () =>
  git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x");

git("init", "-q");
git("add", "content", "assets/photos");
commit();
await start();

test("only this machine’s own browser with the token of the run is answered", async () => {
  const text = await read(about);
  const [opened] = (await open(newWindow(), about)).files;
  const texts = [{ path: about, text: `${text}\nA further line.\n`, base: opened?.base }];
  const window = newWindow();
  const closed: Record<string, Headers> = {
    "foreign Host": { Host: "example.org" },
    "name of its own": { Host: `localhost.example.org:${port}` },
    "foreign Origin": { Origin: "https://example.org" },
    "opaque Origin": { Origin: "null" },
    "Origin of another port": { Origin: "http://127.0.0.1:1" },
    "other site": { "Sec-Fetch-Site": "cross-site" },
    "same site": { "Sec-Fetch-Site": "same-site" },
    "no token": { "X-Edit-Token": undefined },
    "wrong token": { "X-Edit-Token": `${token.slice(0, -1)}_` },
  };
  for (const [name, headers] of Object.entries(closed)) {
    assert.equal((await api("save", { window, texts }, headers)).status, 403, name);
  }
  assert.equal(await read(about), text);
  const own = { Origin: `http://${host}`, "Sec-Fetch-Site": "same-origin" };
  assert.equal((await api("list", {}, own)).status, 200);
  const led = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "iframe" };
  assert.equal((await send("GET", "", led)).status, 403);
  const others = Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).filter(({ internal, family }) => !internal && family === "IPv4"),
  );
  for (const { address } of others) {
    assert.equal((await send("GET", "", {}, "", address)).status, 403, address);
  }
});

test("no file is read or written but those of the project’s own lists", async () => {
  const outside = path.join(root, "outside");
  await mkdir(outside);
  await writeFile(path.join(outside, "page.md"), "Outside");
  await writeFile(path.join(outside, "record.yaml"), "Outside");
  const links: Record<string, string> = {
    "content/en/linked.md": path.join(outside, "page.md"),
    "content/zh/events": outside,
    "assets/photos/linked.yaml": path.join(outside, "record.yaml"),
    "assets/photos/outside": outside,
  };
  for (const [link, to] of Object.entries(links)) await symlink(to, place(link));
  const paths = [
    "content/en/../../package.json",
    "../package.json",
    "content/en/about.md/../contact.md",
    "content/en/./about.md",
    "content//en/about.md",
    "content\\en\\about.md",
    place("content/en/about.md"),
    "package.json",
    "content/_data/addresses.json",
    "content/README.md",
    "content/en",
    "content/en/.hidden.md",
    "content/en/new.md",
    "assets/photos/albert-dock.jpg",
    "assets/styles/base.css",
    "content/en/linked.md",
    "content/zh/events/page.md",
    "assets/photos/linked.yaml",
    "assets/photos/outside/record.yaml",
    "",
  ];
  const before = git("status", "--porcelain", "--ignored");
  for (const file of paths) {
    const window = newWindow();
    const texts = [{ path: file, text: "Written", base: "" }];
    for (const [name, sent] of Object.entries({
      open: { window, path: file },
      change: { window, texts },
      save: { window, texts },
      discard: { window, texts, discard: { path: file, window } },
    })) {
      assert.equal((await api(name, sent)).status, 403, `${name} ${file}`);
    }
    const address = file.split("/").map(encodeURIComponent).join("/");
    for (const one of [`./${file}`, file, address, address.replaceAll("..", "%2e%2e")]) {
      if (file !== "") assert.equal((await send("GET", one)).status, 403, one);
    }
    assert.equal((await send("GET", `thumb/${file}`)).status, file.endsWith(".jpg") ? 200 : 403);
  }
  assert.equal(git("status", "--porcelain", "--ignored"), before);
  assert.equal(await readFile(path.join(outside, "page.md"), "utf8"), "Outside");
  for (const link of [...Object.keys(links), "outside"]) await rm(place(link), { recursive: true });
});

test("what is not understood is said, and the door stays open", async () => {
  const window = newWindow();
  const long = [{ path: "content/en/about.md", text: "a".repeat(5_000_000), base: "" }];
  for (const sent of ["{", "null", "{}", `{"window":"../../x","path":"content/en/about.md"}`]) {
    const { status, body } = await send("POST", "api/open", { "X-Edit-Token": token }, sent);
    assert.equal(status, 400, sent);
    assert.match(body, /^[A-Z].* — /);
  }
  assert.equal((await api("save", { window, texts: long })).status, 400);
  assert.equal((await api("nothing", {})).status, 403);
  assert.equal((await send("DELETE", "")).status, 403);
  await open(window, "content/en/about.md");
});

test("a window may load its own script, styles and pictures, and be framed by nobody", async () => {
  for (const [name, type] of Object.entries({ "edit.js": "javascript", "edit.css": "css" })) {
    const { status, headers, body } = await send("GET", name);
    assert.deepEqual([status, body.length > 1000], [200, true], name);
    assert.match(String(headers["content-type"]), new RegExp(`^text/${type}`));
  }
  const script = "assets/scripts/edit.ts";
  await writeFile(place(script), `${await read(script)}\nconsole.log("anew");\n`);
  assert.match((await send("GET", "edit.js")).body, /console\.log\("anew"\)/);
  const { headers, body } = await send("GET", "content/zh/about.md?lang=zh");
  const policy = String(headers["content-security-policy"]);
  assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  for (const part of ["default-src 'none'", "frame-ancestors 'none'"])
    assert.ok(policy.includes(part));
  const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
  assert.ok(nonce && body.includes(`nonce="${nonce}"`));
  assert.match(body, /<html lang="zh-Hans"/);
  assert.equal(headers["cross-origin-resource-policy"], "same-origin");
  const { body: english } = await send("GET", "", { "Accept-Language": "en-GB,zh;q=0.8" });
  assert.match(english, /<html lang="en-GB"/);
});

test("a page leads to its text, or that of the nearest list, or the list of all", async () => {
  const pages = {
    "/about/": "content/en/about.md",
    "/zh/news/culture-day/": "content/zh/news/culture-day.md",
    "/news/tags/heritage/": "content/en/news/index.md",
    "/zh/nowhere/": "",
    "/": "content/en/index.md",
  };
  for (const [address, file] of Object.entries(pages)) {
    const page = await (await fetch(`http://${host}${address}`)).text();
    const [, link = ""] = /<a href="([^"]+)">(?:Edit this page|编辑本页)</.exec(page) ?? [];
    const { status, headers } = await send("GET", link.slice("/_edit/".length));
    assert.deepEqual([status, headers.location], [302, `/_edit/${file}`], page.slice(-500));
  }
  const files = await listFiles(place("_site"));
  for (const file of files.filter((one) => one.endsWith(".html"))) {
    assert.doesNotMatch(await read(`_site/${file}`), /_edit/, file);
  }
});

/** The texts of a state, as a window sends them back. */
const textsOf = ({ files }: Opened): WindowText[] =>
  files.map(({ path, text, base }) => ({ path, text, base }));

/** The same texts, with `change` made in that of `file`. */
const edited = (texts: readonly WindowText[], file: string, change: (text: string) => string) =>
  texts.map((one) => (one.path === file ? { ...one, text: change(one.text) } : one));

function stateOf({ files }: Opened, file: string): FileState {
  const state = files.find((one) => one.path === file);
  assert.ok(state, file);
  return state;
}

/** Opens a file in a window and changes its text there; what the window has, and the state of the file. */
async function type(file: string, change: (text: string) => string, window = newWindow()) {
  const texts = edited(textsOf(await open(window, file)), file, change);
  const opened = await ask("change", { window, texts });
  return { window, texts: textsOf(opened), opened, state: stateOf(opened, file) };
}

/** Throws away what a window has not saved; its last state. */
async function throwAway(window: string, texts: readonly WindowText[]): Promise<Opened> {
  let opened: Opened = { files: [] };
  let left = texts;
  for (const { path } of texts) {
    opened = await ask("discard", { window, texts: left, discard: { path, window } });
    left = textsOf(opened);
  }
  return opened;
}

const inChinese = "content/zh/about.md";
const further = (text: string) => text.replace(/\n(?=[A-Z])/, "\nA further sentence.\n");

/** What stands at a path now is put back at the end. */
async function restored(file: string): Promise<AsyncDisposable> {
  const bytes = await readFile(place(file));
  const { mode } = await stat(place(file));
  return {
    async [Symbol.asyncDispose]() {
      await rm(place(file), { force: true });
      await writeFile(place(file), bytes, { mode });
    },
  };
}

test("both languages of a page are told of, at the place and with what mends it", async () => {
  const { texts, opened, window } = await type(about, (text) => text.replace("title:", "titel:"));
  assert.deepEqual(
    opened.files.map(({ path, language, address, bodyLine, isUnsaved }) => {
      return [path, language, address, bodyLine, isUnsaved];
    }),
    [
      [about, "en", "/about/", 5, true],
      [inChinese, "zh", "/zh/about/", 6, false],
    ],
  );
  const [told] = stateOf(opened, about).told;
  assert.deepEqual([told?.line, told?.column, told?.severity], [2, 1, "error"]);
  assert.match(told?.sentence ?? "", /`titel`.* — .*`title`/);
  const [edit] = told?.edits ?? [];
  const mended = edited(texts, about, (text) => {
    return text.slice(0, edit?.from) + edit?.text + text.slice(edit?.to);
  });
  const { files } = await ask("change", { window, texts: edited(mended, about, further) });
  const { stamp = "", told: told2 } = files[1] as FileState;
  assert.match(stamp, /^2026-12-01 [0-9a-f]{8}$/);
  assert.ok(
    told2.some(({ severity, sentence }) => severity === "warning" && sentence.includes(stamp)),
  );
  const stamped = edited(textsOf({ files }), inChinese, (text) => {
    return text.replace(/^translated: .*/m, `translated: ${stamp}`);
  });
  const { files: last } = await ask("change", { window, texts: stamped });
  assert.deepEqual([last[1]?.stamp, last[1]?.told], [undefined, []]);
  await throwAway(window, textsOf({ files: last }));
});

const lines = readFileSync(place(about), "utf8").split("\n");
const mixed = lines.map((line, at) => line + (["\r\n", "\n", "\r"][at % 3] ?? "")).join("");
for (const [name, original] of Object.entries({
  "line ends of Windows": lines.join("\r\n"),
  "a byte order mark": `\ufeff${lines.join("\n")}`,
  "both, and no last line end": `\ufeff${lines.join("\r\n").trimEnd()}`,
  "mixed line ends": mixed,
})) {
  test(`a file with ${name} keeps them, and its mode`, async () => {
    await using _ = await restored(about);
    await writeFile(place(about), original);
    await chmod(place(about), 0o640);
    const { window, texts } = await type(about, further);
    const saved = await ask("save", { window, texts });
    assert.deepEqual([saved.refused, stateOf(saved, about).isUnsaved], [undefined, false]);
    const end = original.includes("\r\n") ? "\r\n" : "\n";
    const at = original.search(/(?<=[\r\n])[A-Z]/);
    const added = `A further sentence.${end}`;
    assert.equal(await read(about), original.slice(0, at) + added + original.slice(at));
    assert.equal((await stat(place(about))).mode & 0o777, 0o640);
    // Nothing of the window's own is unsaved when others change the file.
    await writeFile(place(about), `${await read(about)}${end}More.`);
    const later = await ask("change", { window, texts: textsOf(saved) });
    const { isUnsaved, versions } = stateOf(later, about);
    assert.deepEqual([isUnsaved, versions.length], [false, 1]);
  });
}

test("a link within the content stays one", async () => {
  await using _ = await restored(about);
  await rename(place(about), place("content/en/.about.md"));
  await symlink(".about.md", place(about));
  const { window, texts, state } = await type(about, further);
  assert.equal((await ask("save", { window, texts })).refused, undefined);
  assert.ok((await lstat(place(about))).isSymbolicLink());
  assert.equal(await read("content/en/.about.md"), state.text);
  await rm(place("content/en/.about.md"));
});

test("what changed on the disk meanwhile is shown, and not overwritten", async () => {
  await using _ = await restored(about);
  const { window, texts, state } = await type(about, further);
  const other = state.text.replace("A further", "Another");
  await writeFile(place(about), other);
  const refused = await ask("save", { window, texts });
  assert.match(refused.refused?.join() ?? "", /has changed on the disk/);
  assert.equal(await read(about), other);
  const [version] = stateOf(refused, about).versions;
  assert.deepEqual([version?.text, version?.window], [other, undefined]);
  assert.equal(stateOf(refused, about).text, state.text);
  const taken = texts.map((one) =>
    one.path === about ? { ...one, base: `${version?.base}` } : one,
  );
  const saved = await ask("save", { window, texts: taken });
  assert.deepEqual([saved.refused, stateOf(saved, about).versions], [undefined, []]);
  assert.equal(await read(about), state.text);
});

test("a file that is gone is shown as empty, and written anew by whoever wants it", async () => {
  const file = "content/en/news/culture-day.md";
  await using _ = await restored(file);
  const window = newWindow();
  const texts = edited(textsOf(await open(window, file)), file, (text) => `${text}\nMore.\n`);
  await rm(place(file));
  const { refused = [], ...opened } = await ask("save", { window, texts });
  assert.equal(refused.length, 1);
  await assert.rejects(read(file), { code: "ENOENT" });
  const [version] = stateOf(opened, file).versions;
  assert.deepEqual([version?.text, version?.base], ["", ""]);
  const taken = texts.map((one) => (one.path === file ? { ...one, base: "" } : one));
  assert.equal((await ask("save", { window, texts: taken })).refused, undefined);
  assert.match(await read(file), /\nMore\.\n$/);
});

test("of two windows none loses its text to the other", async () => {
  await using _ = await restored(about);
  const one = await type(about, further);
  const two = newWindow();
  // The second begins with what the first has not saved.
  const opened = await open(two, about);
  assert.equal(stateOf(opened, about).text, one.state.text);
  const texts = edited(textsOf(opened), about, (text) => text.replace("A further", "A second"));
  await ask("change", { window: two, texts });
  const seen = await ask("change", { window: one.window, texts: one.texts });
  const [second] = texts;
  assert.deepEqual(
    stateOf(seen, about).versions.map(({ window, text }) => [window, text]),
    [[two, second?.text]],
  );
  assert.equal((await ask("save", { window: two, texts })).refused, undefined);
  const late = await ask("save", { window: one.window, texts: one.texts });
  assert.equal(late.refused?.length, 1);
  assert.equal(await read(about), second?.text);
  assert.equal(stateOf(late, about).text, one.state.text);
  const done = await throwAway(one.window, one.texts);
  assert.deepEqual([stateOf(done, about).text, stateOf(done, about).versions], [second?.text, []]);
  assert.deepEqual((await ask<Everything>("list", {})).unsaved, []);
});

test("requests of a window are answered in their order", async () => {
  const { window, texts } = await type(about, further);
  const sent = Array.from({ length: 20 }, (_, at) =>
    edited(texts, about, (text) => `${text}${at}\n`),
  );
  await Promise.all(sent.map((one) => ask("change", { window, texts: one })));
  const next = newWindow();
  const opened = await open(next, about);
  assert.equal(stateOf(opened, about).text, sent.at(-1)?.[0]?.text);
  await throwAway(next, textsOf(opened));
});

test("what is wrong is not written in a published file, and kept beside it", async () => {
  const text = await read(about);
  const { window, texts, state } = await type(about, (one) => `${one}\n[Nowhere](nowhere.md)\n`);
  const refused = await ask("save", { window, texts });
  assert.match(refused.refused?.join() ?? "", /^content\/en\/about\.md:\d+:\d+ {2}.*nowhere/);
  assert.equal(await read(about), text);
  assert.deepEqual((await ask<Everything>("list", {})).unsaved, [about]);
  const next = newWindow();
  const opened = await open(next, about);
  assert.equal(stateOf(opened, about).text, state.text);
  await throwAway(next, textsOf(opened));
});

test("a new event is written in both languages, or what is wrong is said without the command line", async () => {
  const values = { title: "Music by the river", start: "tomorrow", city: "liverpool" };
  const wrong = await ask<{ refused: string[] }>("new", { kind: "event", values });
  assert.equal(wrong.refused.length, 1);
  assert.match(wrong.refused[0] ?? "", /begins.*: .* — /);
  assert.doesNotMatch(wrong.refused[0] ?? "", /--|terminal/);
  const unnamed = { kind: "page", values: { title: "活动" } };
  assert.match((await ask<{ refused: string[] }>("new", unnamed)).refused[0] ?? "", /letters/);
  const sound = {
    ...{ ...values, start: "2027-05-01 19:00", end: "2027-05-01 21:30", venue: "The Bluecoat" },
    ...{ address: "School Lane, Liverpool L1 3BX", price: "£5", summary: "" },
    ...{ booking: "https://example.org/book", "title-zh": "河畔音乐" },
  };
  const { path } = await ask<{ path: string }>("new", { kind: "event", values: sound });
  assert.equal(path, "content/en/events/music-by-the-river.md");
  const { files } = await open(newWindow(), path);
  assert.deepEqual(
    files.map(({ isDraft, isUnsaved, told }) => [isDraft, isUnsaved, told]),
    [
      [true, false, []],
      [true, false, []],
    ],
  );
  const taken = await ask<{ refused: string[] }>("new", { kind: "event", values: sound });
  assert.match(taken.refused[0] ?? "", /is there already/);
  git("add", "content");
  commit();
});

test("what is wrong is written in a draft, and told there", async () => {
  const file = "content/en/events/music-by-the-river.md";
  await using _ = await restored(file);
  const { window, texts } = await type(file, (text) => `${text}[Nowhere](nowhere.md)\n`);
  const saved = await ask("save", { window, texts });
  assert.equal(saved.refused, undefined);
  assert.ok(stateOf(saved, file).told.some(({ severity }) => severity === "error"));
  assert.match(await read(file), /nowhere\.md/);
  // No more where it is published by the same save.
  const published = edited(textsOf(saved), file, (text) => text.replace("draft: true\n", ""));
  assert.ok((await ask("save", { window, texts: published })).refused);
  await throwAway(window, published);
});

/** The fields of values that stand in a file, those in lists and groups among them. */
function leavesOf(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    const isLeaf = field.kind !== "list" && field.kind !== "group";
    return isLeaf ? (field.isSet ? field : []) : leavesOf(field.fields);
  });
}

/** Other values that a field may take, the likeliest first. */
function othersOf({ keys, kind, value, choices = [] }: Field): unknown[] {
  const written = String(value);
  const [list, last] = [keys[0], keys.at(-1)];
  if (last === "licence") return ["CC-BY-4.0"];
  if (last === "timeZone") return ["Europe/Dublin"];
  // Of the navigation.
  if (last === "page" && typeof list === "number") return ["credits"];
  if (kind === "flag") return [!value];
  if (kind === "photo") {
    return ["albert-dock.jpg", "huangpu-river.jpg"].map((one) => written.replace(/[^/]+$/, one));
  }
  if (choices.length > 0) return choices.filter((one) => one !== written);
  // A digit for another: in days, times, numbers and stamps.
  const digit = written.replace(/\d(?=\D*$)/, (one) => `${one === "0" ? 1 : Number(one) - 1}`);
  const letter = written.replace(/(\p{L})(?=\P{L}*$)/u, "$1s");
  if (kind === "number") return [Number(digit)];
  return /^[\d. :-]+(?: [\da-f]{8})?$/.test(written) ? [digit] : [`${written}s`, letter, digit];
}

/** The YAML of a file, and in which line it begins. */
function yamlOf(text: string) {
  const [, matter = text] = /^---\n(.*?)\n---$/ms.exec(text) ?? [];
  return { document: parseDocument(matter), first: text.startsWith("---") ? 2 : 1 };
}

/** All values that stand in a file: their keys, and their first and last line. */
function valuesOf(text: string): Map<string, readonly [first: number, last: number]> {
  const { document, first } = yamlOf(text);
  const source = text
    .split("\n")
    .slice(first - 1)
    .join("\n");
  const line = (at: number) => first + source.slice(0, at).split("\n").length - 1;
  const values = new Map<string, readonly [number, number]>();
  const visit = (node: unknown, keys: unknown[], start: number): void => {
    if (isMap<Scalar<string>>(node)) {
      for (const { key, value } of node.items) {
        visit(value, [...keys, key.value], key.range?.[0] ?? 0);
      }
    } else if (isSeq<Node>(node)) {
      for (const [index, item] of node.items.entries()) {
        visit(item, [...keys, index], item.range?.[0] ?? 0);
      }
    } else if (isScalar(node)) {
      const end = source.slice(0, node.range?.[1]).trimEnd().length;
      values.set(keys.join("."), [line(start), line(end)]);
    }
  };
  visit(document.contents, [], 0);
  return values;
}

/** The first and the last line of `before` that another text changes. */
function changedLines(before: string, after: string): [first: number, last: number] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const first = old.findIndex((line, at) => line !== now[at]);
  const last = old.findLastIndex((line, at) => line !== now[at + now.length - old.length]);
  return [first + 1, last + 1];
}

test("each value of each file is changed alone, and changed back without a trace", async () => {
  const { pages, data, photographs } = await ask<Everything>("list", {});
  const files = [...pages, ...photographs.map(({ record }) => ({ path: record }))];
  const passed: string[] = [];
  for (const file of [...files.map(({ path }) => path), ...data]) {
    const window = newWindow();
    let opened = await open(window, file);
    const save = async (...values: [keys: Keys, value: unknown][]) => {
      const change = (text: string) =>
        values.reduce((one, [keys, value]) => changeText(file, one, keys, value) ?? one, text);
      const texts = edited(textsOf(opened), file, change);
      opened = await ask("save", { window, texts });
      return opened.refused ?? [];
    };
    const { fields = [], text } = stateOf(opened, file);
    const values = valuesOf(text);
    const left = new Set(values.keys());
    // Changed back with the next change, of which then the lines alone differ.
    let back: [keys: Keys, value: unknown][] = [];
    for (const field of leavesOf(fields)) {
      const { keys, kind } = field;
      const value = kind === "number" ? Number(field.value) : field.value;
      const name = keys.join(".");
      left.delete(name);
      const [first = 0, last = 0] = values.get(name) ?? [];
      // One city each, so both at once.
      const isCity = keys.length === 3 && keys[2] === "city";
      const second: Keys = ["screens", 1 - Number(keys[1]), "city"];
      const none = ["there is no other value"];
      let why = none;
      for (const other of othersOf(field)) {
        const both: typeof back = isCity ? [[second, value]] : [];
        why = await save(...back, [keys, other], ...both);
        if (stateOf(opened, file).text === text) why = none;
        if (why.length > 0) continue;
        const [from, to] = changedLines(text, await read(file));
        assert.ok((from >= first && to <= last) || isCity, `${file} ${name}: ${from}–${to}`);
        break;
      }
      // What is not written yet keeps a page a draft.
      const isDraft = why.every((one) => one.endsWith("keep `draft: true`"));
      if (why.length > 0 && !isDraft) passed.push(`${file} ${name}`, ...why);
      const [city] = isCity ? othersOf(field) : [];
      back = [[keys, value], ...(isCity ? ([[second, city]] as typeof back) : [])];
    }
    assert.deepEqual(await save(...back), []);
    assert.equal(await read(file), text);
    assert.deepEqual([...left], [], `${file} has values without a field`);
  }
  assert.deepEqual(passed, []);
  assert.equal(git("status", "--porcelain", "content", "assets/photos"), "");
});

test("a killed server loses nothing, and its tokens are worth nothing in the next run", async () => {
  const { window, texts, state } = await type(about, further);
  const old = token;
  await stop("SIGKILL");
  await start();
  assert.equal((await api("change", { window, texts }, { "X-Edit-Token": old })).status, 403);
  assert.deepEqual((await ask<Everything>("list", {})).unsaved, [about]);
  const next = newWindow();
  const opened = await open(next, about);
  assert.deepEqual(
    [stateOf(opened, about).text, stateOf(opened, about).isUnsaved],
    [state.text, true],
  );
  await throwAway(next, textsOf(opened));
  assert.deepEqual((await ask<Everything>("list", {})).unsaved, []);
});

test("a full disk is told, and leaves the file whole", async () => {
  await stop("SIGTERM");
  await start(
    apart(
      "--mount",
      `cp -a content .content
      mount -t tmpfs -o size=1m tmpfs content
      cp -a .content/. content
      cat /dev/zero > content/.full 2>/dev/null || true`,
    ),
  );
  const { window, texts } = await type(
    about,
    (text) => `${text}\n${"A further sentence. ".repeat(999)}\n`,
  );
  const saved = await ask("save", { window, texts });
  assert.match(saved.refused?.join() ?? "", /disk is full/);
  assert.equal(stateOf(saved, about).isUnsaved, true);
  const seen = `/proc/${preview.pid}/root${root}/content`;
  assert.equal(await readFile(`${seen}/en/about.md`, "utf8"), await read(about));
  assert.deepEqual(
    (await listFiles(seen)).filter((file) => file.includes(".tmp")),
    [],
  );
  await throwAway(window, texts);
});
