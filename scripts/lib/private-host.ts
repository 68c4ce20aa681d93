/** RFC 6761 (section 6.3), RFC 1122 (section 3.2.1.3). */
const ownMachine = /(?:^|\.)localhost\.?$|^127\.|^0\.|^\[::1?\]$/i;
/** RFC 6762, RFC 8375, and the name that ICANN keeps free for networks of one's own. */
const networkName = /\.(?:local|home\.arpa|internal)\.?$/i;
/** RFC 1918, RFC 3927; of IPv6, RFC 4193 and RFC 4291. */
const networkAddress =
  /^10\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\.|^\[f(?:[cd]..|e[89ab].):/i;

/**
 * Whose host `hostname` (of a `URL`) is, in words, where it is one that visitors cannot reach;
 * undefined for all others.
 */
export function privateHost(hostname: string): string | undefined {
  if (ownMachine.test(hostname)) return "your own machine";
  const isAddress = /^(?:[\d.]+|\[.*\])$/.test(hostname);
  const isPrivate = (isAddress ? networkAddress : networkName).test(hostname);
  return isPrivate ? "your own network" : undefined;
}
