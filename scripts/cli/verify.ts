import { readFile } from "node:fs/promises";
import { controlFiles } from "../lib/addresses.ts";
import { countWords } from "../lib/lists.ts";
import {
  compareLive,
  fetchLive,
  formatBuildOrigin,
  NoAnswer,
  readVerifyArguments,
} from "../live/verify.ts";
import { parseBuildRecord } from "../outputs/small-texts.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { createProgress, runCommand } from "./command.ts";

/** ms for each answer; a slow line needs some seconds for a photograph. */
const patience = 30_000;

// `npm run verify -- https://www.example.org/ [_site/build.json]`
await runCommand(async () => {
  const { base, list } = readVerifyArguments(process.argv.slice(2));
  const liveText = await fetchText(new URL("build.json", base));
  const live = recordIn(liveText, `${base.href}build.json`);
  const wantedText = list === undefined ? liveText : await readFile(list, "utf8");
  const wanted = list === undefined ? live : recordIn(wantedText, list);
  console.log(`${base.href} is ${formatBuildOrigin(live)}.`);
  if (wantedText !== liveText) console.log(`${list} is ${formatBuildOrigin(wanted)}.`);

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

async function fetchText(url: URL): Promise<string> {
  const answer = await fetchLive(url, "identity", patience).catch((error: unknown) => {
    if (!(error instanceof NoAnswer)) throw error;
    throw new EnvironmentFailure(
      `${url.href} cannot be fetched (${error.message}) — see whether the address is right and the site is up`,
    );
  });
  if (answer.status !== 200) {
    throw new EnvironmentFailure(
      `${url.href} is answered with status ${answer.status} — give the address of the front page of a site that this project built`,
    );
  }
  return new TextDecoder().decode(answer.body);
}

function recordIn(text: string, where: string) {
  const record = parseBuildRecord(text);
  if (record) return record;
  throw new EnvironmentFailure(
    `${where} is not what a build writes — give the address of the front page of a site that this project built, and the build.json of such a site`,
  );
}
