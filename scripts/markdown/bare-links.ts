import type { MarkdownIt, StateInline } from "markdown-it";

/**
 * Plugin: addresses of pages (`https://…`, `www.…`) and of e-mail in running text are links.
 *
 * No blank need part them from Chinese, before or after: they are of ASCII characters and letters
 * other than Han, and end before 。 and 上. As on GitHub, no mark of a sentence or of emphasis ends
 * an address, and no bracket that was opened before it.
 */
export function bareLinks(md: MarkdownIt): void {
  // Most texts have none, which is asked once and not at every sign.
  let text = { source: "", hasAny: false };
  md.inline.ruler.before("text", "bare_links", (state, silent) => {
    if (state.linkLevel > 0) return false;
    if (text.source !== state.src) {
      text = { source: state.src, hasAny: /https?:|www\.|@/i.test(state.src) };
    }
    if (!text.hasAny) return false;
    before.lastIndex = state.pos;
    const skipped = before.exec(state.src)?.[0];
    if (skipped === undefined) return false;
    if (skipped === "") return readAddress(state, silent);
    if (!silent) state.pending += skipped;
    state.pos += skipped.length;
    return true;
  });
}

/** Text up to where an address may begin, without signs that other rules take. */
const before =
  /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~［【！]*?(?<![a-z0-9/@])(?=https?:\/\/[a-z0-9]|www\.[a-z0-9-]{1,63}\.[a-z]|(?:mailto:)?[a-z0-9][\w.+'-]{0,63}@)/iy;

const sign = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}\-._~:/?#@!$&'*+,;=%]|\\[_*~\-])`;
const page = new RegExp(
  String.raw`(?:https?:\/\/|www\.)(?:${sign}|\(${sign}*\))+(?<![?!.,:;*_~'])`,
  "iuy",
);
const mail =
  /(?:mailto:)?[a-z0-9][\w.+'-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(?![a-z0-9@]|[-.:/]\w)/iy;

/** The address goes on in Chinese, or the sentence does: only the editor knows. */
const goesOn = /(?<=[/=&#+-])\??\p{Script=Han}/uy;

function readAddress(state: StateInline, silent: boolean): boolean {
  const pattern = [page, mail].find((each) => {
    each.lastIndex = state.pos;
    return each.test(state.src);
  });
  if (pattern === undefined) return false;
  const end = pattern.lastIndex;
  if (!silent) {
    const text = state.md.utils.unescapeMd(state.src.slice(state.pos, end));
    const scheme = pattern === mail ? "mailto:" : "https://";
    const link = state.push("link_open", "a", 1);
    link.attrSet("href", /^(?:https?|mailto):/i.test(text) ? text : scheme + text);
    link.info = "auto";
    goesOn.lastIndex = end;
    link.meta = { goesOn: goesOn.test(state.src) };
    state.push("text", "", 0).content = text;
    state.push("link_close", "a", -1).info = "auto";
  }
  state.pos = end;
  return true;
}
