import type { RenditionFormat } from "../../photos/encode.ts";

/** What the competitors encode: the same pictures of the same photographs. */
export interface EncodingJob {
  photographs: readonly {
    /** The original, absolute. */
    file: string;
    /** Pixels, ascending. */
    widths: readonly number[];
    /** Of each format's encoder, as this project finds them. */
    qualities: Readonly<Record<RenditionFormat, number>>;
  }[];
  /** What encoders are told besides their quality. */
  options: Readonly<Record<RenditionFormat, Readonly<Record<string, unknown>>>>;
  /** The folder for what is made, absolute. */
  output: string;
}
