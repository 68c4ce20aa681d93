import type { Command } from "../cases/bench-case.ts";
import type { Article } from "../content/generate-articles.ts";

/** A tool that people would use instead, set up in a folder of its own. */
export interface Peer {
  name: string;
  /** With its version, for the report. */
  described: string;
  /** Builds the whole site. */
  build: Command;
  /** Gives it these articles and no others. */
  take: (articles: readonly Article[]) => Promise<void>;
  /** Removes what its builds have made, caches as well. */
  clear: () => Promise<void>;
  /** Where the built site stands. */
  output: string;
}

/** How a peer is set up in a new folder. Throws EnvironmentFailure where it cannot be had. */
export interface PeerTool {
  name: string;
  setUp: (options: PeerOptions) => Promise<Peer>;
}

/** What a peer is set up with. */
export interface PeerOptions {
  /** The project's folder. */
  root: string;
  /** Made by the peer. */
  folder: string;
  say: (line: string) => void;
}
