import { readFile } from "node:fs/promises";
import { controlFiles } from "../lib/addresses.ts";
import { countWords } from "../lib/lists.ts";
import { compareLive, fetchLive } from "../live/verify.ts";
import { type BuildRecord, parseBuildRecord } from "../outputs/small-texts.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { createProgress, runCommand } from "./command.ts";

/** ms for each answer; a slow line needs some seconds for a photograph. */
const patience = 30_000;

// `npm run verify -- https://www.example.org/ [_site/build.json]`
await runCommand(async () => {
  const { base, list } = readArguments(process.argv.slice(2));
  const liveText = await fetchText(new URL("build.json", base));
  const live = recordIn(liveText, `${base.href}build.json`);
  const wantedText = list === undefined ? liveText : await readFile(list, "utf8");
  const wanted = list === undefined ? live : recordIn(wantedText, list);
  console.log(`${base.href} is ${originOf(live)}.`);
  if (wantedText !== liveText) console.log(`${list} is ${originOf(wanted)}.`);

  const progress = createProgress(process.stderr);
  const departures = await compareLive({
    base,
    files: wanted.files,
    patience,
    onProgress: (done, total) => progress("Files", done, total),
  });
  if (wantedText !== liveText) {
    departures.unshift({ file: "build.json", what: "has other bytes", wrong: true });
  }
  for (const { file, what } of departures) console.log(`${file} ${what}`);
  const wrong = departures.filter((departure) => departure.wrong).length;
  const files = Object.keys(wanted.files);
  const asked = files.filter((file) => !controlFiles.includes(file)).length;
  const kept = asked < files.length ? `, ${files.length - asked} not asked for` : "";
  console.log(`${countWords(asked, "file")} compared${kept}; ${wrong} wrong.`);
  if (wrong > 0) process.exitCode = 1;
});

/**
 * The address of the live site's front page, with a slash at its end, and the `build.json` that it must
 * agree with; without one, its own.
 *
 * @throws EnvironmentFailure when they are no address, with or without a file
 */
function readArguments(args: readonly string[]): { base: URL; list: string | undefined } {
  const [written = "", list, ...others] = args;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const sound = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash;
  if (!sound || others.length > 0) {
    const said = written ? `“${args.join(" ")}” is not what can be verified` : "No site was named";
    throw new EnvironmentFailure(
      `${said} — type “npm run verify -- https://www.example.org/”, and after it “_site/build.json” if the live site must be the one in _site/`,
    );
  }
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return { base: url, list };
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
    `${where} is not what a build writes — give the address of the front page of a site that this project built, and the build.json of such a site`,
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
