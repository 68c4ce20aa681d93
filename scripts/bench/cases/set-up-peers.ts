import path from "node:path";
import { EnvironmentFailure } from "../../problems/problem.ts";
import { astro } from "../peers/astro.ts";
import { eleventy } from "../peers/eleventy.ts";
import { hugo } from "../peers/hugo.ts";
import type { Peer } from "../peers/peer.ts";
import type { Bench } from "./bench.ts";

/** The peers that can be had here, and why the others cannot. */
export interface PeersHere {
  peers: readonly Peer[];
  missing: readonly { name: string; missing: string }[];
}

/** Sets up every peer; one that cannot be had is told in its row, and the bench goes on. */
export async function setUpPeers({ root, scratch, quick, say }: Bench): Promise<PeersHere> {
  const peers: Peer[] = [];
  const missing: { name: string; missing: string }[] = [];
  for (const tool of quick ? [hugo, eleventy] : [hugo, eleventy, astro]) {
    const folder = path.join(scratch, "peers", tool.name.toLowerCase());
    try {
      peers.push(await tool.setUp({ root, folder, say }));
    } catch (error) {
      if (!(error instanceof EnvironmentFailure)) throw error;
      missing.push({ name: tool.name, missing: error.message });
      say(error.message);
    }
  }
  return { peers, missing };
}
