import path from "node:path";
import { runQuietly } from "../../servers/servers.ts";
import { prepareProgram } from "../measure/prepare-program.ts";
import { fillPeer } from "./fill-peer.ts";
import type { PeerTool } from "./peer.ts";
import { removeAll } from "./remove-all.ts";
import { replaceArticles } from "./replace-articles.ts";

const name = "Hugo";

/** Hugo from Debian, with the minifier it brings. */
export const hugo: PeerTool = {
  name,
  async setUp({ root, folder, say }) {
    prepareProgram("hugo", say);
    const places = { pages: "content", stylesheet: "static/style.css" };
    await fillPeer("hugo", { root, folder }, places);
    const version = /v(\d+\.\d+\.\d+)/.exec(runQuietly("hugo", ["version"]))?.[1] ?? "";
    return {
      name,
      described: `Hugo ${version} --minify`,
      build: { file: "hugo", args: ["--minify"], cwd: folder },
      take: (articles) => replaceArticles(path.join(folder, "content/news"), articles),
      clear: () => removeAll(folder, "public", "resources", ".hugo_build.lock"),
      output: path.join(folder, "public"),
    };
  },
};
