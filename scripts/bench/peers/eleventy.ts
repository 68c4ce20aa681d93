import path from "node:path";
import { fillPeer } from "./fill-peer.ts";
import { installPackages } from "./install-packages.ts";
import type { PeerTool } from "./peer.ts";
import { removeAll } from "./remove-all.ts";
import { replaceArticles } from "./replace-articles.ts";
import { versions } from "./versions.ts";

const name = "Eleventy";

/** Eleventy by itself, with html-minifier-terser as its documentation shows. */
export const eleventy: PeerTool = {
  name,
  async setUp({ root, folder, say }) {
    say("Installing Eleventy from npm.");
    await installPackages(folder, versions.eleventy);
    await fillPeer("eleventy", { root, folder }, { pages: "content", stylesheet: "style.css" });
    const cli = "node_modules/@11ty/eleventy/cmd.cjs";
    return {
      name,
      described: `Eleventy ${versions.eleventy["@11ty/eleventy"]} with html-minifier-terser ${versions.eleventy["html-minifier-terser"]}`,
      build: { file: process.execPath, args: [cli, "--quiet"], cwd: folder },
      take: (articles) => replaceArticles(path.join(folder, "content/news"), articles),
      clear: () => removeAll(folder, "_site", ".cache"),
      output: path.join(folder, "_site"),
    };
  },
};
