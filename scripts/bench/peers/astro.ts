import path from "node:path";
import { fillPeer } from "./fill-peer.ts";
import { installPackages } from "./install-packages.ts";
import type { PeerTool } from "./peer.ts";
import { removeAll } from "./remove-all.ts";
import { replaceArticles } from "./replace-articles.ts";
import { versions } from "./versions.ts";

const name = "Astro";

/** Astro on a Node of its own from npm, since it does not run on every Node that this project does. */
export const astro: PeerTool = {
  name,
  async setUp({ root, folder, say }) {
    say("Installing Astro and Node 24 from npm.");
    const node = `node-${process.platform}-${process.arch}`;
    await installPackages(folder, { ...versions.astro, [node]: versions.node });
    const places = {
      pages: "src/pages",
      frontMatter: "layout: ../layouts/Page.astro\n",
      stylesheet: "public/style.css",
    };
    await fillPeer("astro", { root, folder }, places);
    return {
      name,
      described: `Astro ${versions.astro.astro} on Node ${versions.node}`,
      build: {
        file: path.join(folder, "node_modules", node, "bin/node"),
        args: ["node_modules/astro/bin/astro.mjs", "build"],
        cwd: folder,
        env: { ASTRO_TELEMETRY_DISABLED: "1" },
      },
      take: (articles) => replaceArticles(path.join(folder, "src/content/news"), articles),
      clear: () => removeAll(folder, "dist", ".astro", "node_modules/.astro", "node_modules/.vite"),
      output: path.join(folder, "dist"),
    };
  },
};
