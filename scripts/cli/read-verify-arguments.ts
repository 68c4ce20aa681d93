import { EnvironmentFailure } from "../lib/failure.ts";

/** What `npm run verify` is asked. */
export interface VerifyArguments {
  /** The address of the live site's front page, with a slash at its end. */
  base: URL;
  /** A `build.json` that the live site must agree with; undefined: its own. */
  list: string | undefined;
}

/** @throws EnvironmentFailure when they are no address, with or without a file */
export function readVerifyArguments(args: readonly string[]): VerifyArguments {
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
