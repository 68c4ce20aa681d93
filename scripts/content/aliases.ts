import { mediaTypes, percentDecode } from "../lib/addresses.ts";
import { longestName } from "../lib/files.ts";
import { excerpt, type Place, type Problem, problemOf, type Rules } from "../problems/problem.ts";

/*
 * Old addresses. A page stands at each, in a folder of its own or as `.html`, that leads on where the
 * host knows no redirects; the others are told of it in their languages. So one must be the name of a
 * file, and mean the same to all hosts.
 */

/** What a path may hold (RFC 3986, pchar) without `*` and `:`, a space, letters of any script. */
const characters = "\\w.~!$&'()+,;=@ \\u00a1-\\uffff-";
const step = `(?!\\.)[%${characters}]+`;

/** The form of an old address, percent-encoded or not; editors' tools are told it too. */
export const aliasForm = new RegExp(`^\\/(?:${step}\\/)*(?:${step}\\.html)?$`);

const foreign = new RegExp(`[^/${characters}]|[^\\S ]`);

/** Where the site keeps files that are no pages. */
const ownFolders = ["calendars", "cards", "downloads", "fonts", "pagefind", "photos"];

/** An old address as the site's files are called: without percent-encoding. */
export function aliasOf(written: string): string {
  return percentDecode(written);
}

/** Whether every host can lead on from an old address. */
export function isAlias(written: string): boolean {
  const address = aliasOf(written);
  // A folder's page has the folder's address.
  const isProper = aliasForm.test(address) && !/\/index\.html$/i.test(address);
  return isProper && obstacle(written) === undefined;
}

function withoutHost(written: string): string {
  return written.trim().replace(/^https?:\/\/[^/]*/i, "");
}

/** What is wrong with an old address from which not every host can lead on, and what to write. */
export function explainAlias(written: string, place: Place): Problem {
  const found = excerpt(written, 40);
  const path = withoutHost(written);
  const [reason, advice = "delete it, or have your host itself lead on from it"] =
    obstacle(path) ?? [];
  if (reason !== undefined) {
    return problemOf(aliasRules, "alias-refused", place, { found, reason, advice });
  }
  const suggestion = meantAlias(path) ?? "/old-address/";
  return problemOf(aliasRules, "alias-form", place, { found, suggestion });
}

/** The old address that `written` can have meant, with its host or without; undefined if none. */
export function meantAlias(written: string): string | undefined {
  const steps = withoutHost(written)
    .replace(/[?#].*$/s, "")
    .split("/")
    .map((one) => one.trim())
    .filter((one) => !/^\.{0,2}$/.test(one));
  if (/^index\.html?$/i.test(steps.at(-1) ?? "")) steps.pop();
  const address = `/${steps.join("/")}${steps.at(-1)?.endsWith(".html") ? "" : "/"}`;
  return steps.length > 0 && isAlias(address) ? address : undefined;
}

/** Why not every host can lead on from `path`, and what to do then, if not to delete it. */
function obstacle(path: string): [reason: string, advice?: string | undefined] | undefined {
  const [own = "", ...query] = path.replace(/#.*$/s, "").split("?");
  if (query.length > 0) {
    const shorter = obstacle(own) ? undefined : meantAlias(own);
    const advice = `write \`${shorter}\`, or delete it if that led elsewhere`;
    return ["hosts of files do not look at what follows a `?`", shorter && advice];
  }
  const address = aliasOf(own);
  const steps = address.split("/");
  const [wild] = /[*:]/.exec(address) ?? [];
  if (wild !== undefined) {
    const before = steps.slice(
      0,
      steps.findIndex((one) => one.includes(wild)),
    );
    const whole = meantAlias(before.join("/")) ?? "/old-address/";
    const advice = `write each address that led here in full, such as \`${whole}\``;
    return [`to some hosts \`${wild}\` stands for other characters`, advice];
  }
  if (/%2f/i.test(own)) return ["hosts differ in what `%2F` means"];
  if (/[%\ufffd]/.test(address)) {
    return ["its `%` begins no character in UTF-8", "write the character itself, or delete it"];
  }
  const [sign] = foreign.exec(address) ?? [];
  if (sign !== undefined) return [`not every host can lead on from \`${sign}\``];
  const hidden = steps.find((one) => /^\.[^.]/.test(one));
  if (hidden !== undefined) return [`hosts show nothing that is called \`${hidden}\``];
  const [ending = ".html"] = /\.[a-z][a-z\d]{1,4}$/i.exec(address) ?? [];
  if (ending !== ".html") return [`no page ends with \`${ending}\``];
  const folders = steps.slice(1, -1);
  const file = folders.find((one) => (/\.\w+$/.exec(one.toLowerCase())?.[0] ?? "") in mediaTypes);
  if (file !== undefined) {
    const isPage = file === folders.at(-1) && address.endsWith(".html/");
    return [
      `\`${file}\` is a file, and no folder`,
      isPage ? `write \`${own.slice(0, -1)}\`` : undefined,
    ];
  }
  const folder = ownFolders.find((one) => one === folders[0]?.toLowerCase());
  if (folder !== undefined) return [`the site keeps files of its own in \`/${folder}/\``];
  const isLong = steps.some((one) => Buffer.byteLength(one) > longestName);
  return isLong || address.length > 1_000 ? ["it is longer than disks and hosts take"] : undefined;
}

/** What can be wrong with an old address. */
export const aliasRules = {
  "alias-form": {
    severity: "error",
    message: "`{found}` is not an address on this site",
    remedy:
      "write the old address from the first slash to the last, without the host, such as `{suggestion}`",
    example: { found: "https://www.l-s-p.org.uk/old", suggestion: "/old/" },
  },
  "alias-refused": {
    severity: "error",
    message: "nothing can lead on from `{found}`: {reason}",
    remedy: "{advice}",
    example: {
      found: "/old/?page=2",
      reason: "hosts of files do not look at what follows a `?`",
      advice: "write `/old/`, or delete it if that led elsewhere",
    },
  },
} as const satisfies Rules;
