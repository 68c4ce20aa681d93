import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { controlFiles } from "../lib/addresses.ts";
import { countWords } from "../lib/lists.ts";
import { compareFolder, compareLive, type Departure, fetchLive } from "../live/verify.ts";
import { type BuildRecord, parseBuildRecord } from "../outputs/small-texts.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { recordPath } from "../site/fixed-addresses.ts";
import { createProgress, runCommand } from "./command.ts";

/** ms for each answer; a slow line needs some seconds for a photograph. */
const patience = 30_000;

// `npm run verify -- https://www.example.org/ [_site/build.json]`, or a folder in the place of the address.
await runCommand(async () => {
  const { site, list: named } = readArguments(process.argv.slice(2));
  const other = named && isFolder(named) ? siteIn(named) : undefined;
  const list = other ? other.name + recordPath : named;
  const ownText = await site.recordText();
  const own = recordIn(ownText, site.name + recordPath);
  const wantedText = list === undefined ? ownText : await readList(list);
  const wanted = list === undefined ? own : recordIn(wantedText, list);
  console.log(`${site.name} is ${originOf(own)}.`);
  if (wantedText !== ownText) console.log(`${list} is ${originOf(wanted)}.`);

  let wrong = 0;
  const tell = ({ name }: Site, departure: Departure) => {
    console.log(`${name}${departure.file} ${departure.what}`);
    if (departure.wrong) wrong += 1;
  };
  if (wantedText !== ownText) {
    tell(site, { file: recordPath, what: "has other bytes", wrong: true });
  }
  // A folder may hold other files than its own list says.
  for (const side of other ? [site, other] : [site]) {
    for (const departure of await side.compare(wanted.files)) tell(side, departure);
  }
  const left = Object.keys(wanted.files).filter((file) => site.leftOut.includes(file)).length;
  const compared = countWords(Object.keys(wanted.files).length - left, "file");
  const kept = left > 0 ? `, ${left} not asked for` : "";
  console.log(`${compared} compared${kept}; ${wrong} wrong.`);
  if (wrong > 0) process.exitCode = 1;
});

/** A site that is held against a list of files. */
interface Site {
  /** Its address or folder, with a slash at its end. */
  name: string;
  /** Files that it keeps to itself. */
  leftOut: readonly string[];
  recordText(): Promise<string>;
  compare(files: BuildRecord["files"]): Promise<Departure[]>;
}

function siteAt(base: URL): Site {
  const progress = createProgress(process.stderr);
  const onProgress = (done: number, total: number) => progress("Files", done, total);
  return {
    name: base.href,
    leftOut: controlFiles,
    recordText: () => fetchText(new URL(recordPath, base)),
    compare: (files) => compareLive({ base, files, patience, onProgress }),
  };
}

function siteIn(folder: string): Site {
  return {
    name: folder.replace(/[/\\]*$/, "/"),
    leftOut: [],
    recordText: () => readList(path.join(folder, recordPath)),
    compare: (files) => compareFolder(folder, files),
  };
}

/**
 * The site, and the `build.json` that it must agree with; without one, its own.
 *
 * @throws EnvironmentFailure when they are neither address nor folder, with or without a file
 */
function readArguments(args: readonly string[]): { site: Site; list: string | undefined } {
  const [written = "", list, ...others] = args;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const sound = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash;
  if (!(sound || isFolder(written)) || others.length > 0) {
    const said = written ? `“${args.join(" ")}” is not what can be verified` : "No site was named";
    throw new EnvironmentFailure(
      `${said} — type “npm run verify -- https://www.example.org/”, or a folder in the place of the address, and after it “_site/build.json” if the site must be the one in _site/`,
    );
  }
  if (!sound) return { site: siteIn(written), list };
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return { site: siteAt(url), list };
}

function isFolder(written: string): boolean {
  return statSync(written, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readList(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new EnvironmentFailure(
      `${file} cannot be read (${error.code}) — give the folder of a site that this project built, or the build.json in it`,
    );
  });
}

async function fetchText(url: URL): Promise<string> {
  const { fault, status, body } = await fetchLive(url, "identity", patience);
  if (fault !== undefined) {
    throw new EnvironmentFailure(
      `${url.href} cannot be fetched (${fault}) — see whether the address is right and the site is up`,
    );
  }
  if (status !== 200) {
    throw new EnvironmentFailure(
      `${url.href} is answered with status ${status} — give the address of the front page of a site that this project built`,
    );
  }
  return new TextDecoder().decode(body);
}

function recordIn(text: string, where: string) {
  const record = parseBuildRecord(text);
  if (record) return record;
  throw new EnvironmentFailure(
    `${where} is not what a build writes — give the address of the front page, or the folder, of a site that this project built, and the build.json of such a site`,
  );
}

/** What a site was built from and as of when, after “is”. */
function originOf(record: BuildRecord): string {
  const { commit, modified, sourceDateEpoch } = record;
  const from = commit === null ? "of no known commit" : `of commit ${commit}`;
  const changes = modified ? " with changes that are not in it" : "";
  const seconds = new Date(sourceDateEpoch * 1000).toISOString().replace(".000", "");
  return `${from}${changes}, built as of ${seconds}`;
}
